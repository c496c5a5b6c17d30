"""The floor of a page: one SELECT by primary key, one JSON column, one template of some 300 escaped values (22 kB)."""

import json
import os
import sqlite3
from typing import Any

from flask import Flask, render_template_string

ROWS = [
    {
        "name": f"Movement {i}",
        "left": i % 4,
        "right": (i + 1) % 4,
        "note": f"seen on rep {i} & later",
        "day": f"2026-08-{i % 28 + 1:02}",
    }
    for i in range(60)
]
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ name }}</title>
<link rel="stylesheet" href="/static/app.css"><script src="/static/htmx.min.js" defer></script></head><body>
<nav>{% for t in ["Today", "Clients", "Exercises", "Packages", "Referrals"] %}<a class="nav" href="/{{ t }}">{{ t }}</a>{% endfor %}</nav>
<main><h1>{{ name }}</h1><table><tbody>
{% for r in rows %}<tr id="row-{{ loop.index }}"><td class="item-name">{{ r.name }}</td><td class="score score-{{ r.left }}">{{ r.left }}</td>
<td class="score score-{{ r.right }}">{{ r.right }}</td><td class="note">{{ r.note }}</td><td><time datetime="{{ r.day }}">{{ r.day }}</time></td>
<td><button class="button small" hx-post="/tap" hx-target="#row-{{ loop.index }}" hx-swap="outerHTML">edit</button></td></tr>
{% endfor %}</tbody></table></main></body></html>"""

app = Flask(__name__)
database = sqlite3.connect(os.environ.get("FLOOR_DATABASE", ":memory:"), check_same_thread=False)
database.execute("PRAGMA journal_mode=WAL")
database.execute("CREATE TABLE IF NOT EXISTS clients (id INTEGER PRIMARY KEY, name TEXT, rows TEXT)")
database.executemany(
    "INSERT OR IGNORE INTO clients VALUES (?, ?, ?)", [(i, f"Client {i}", json.dumps(ROWS)) for i in range(1, 200)]
)
database.commit()


@app.get("/page/<int:number>")
def page(number: int) -> Any:
    name, rows = database.execute("SELECT name, rows FROM clients WHERE id = ?", (number,)).fetchone()
    return render_template_string(PAGE, name=name, rows=json.loads(rows))
