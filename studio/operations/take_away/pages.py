"""The pages of the archive: one that leads to everything, and one in each client's folder. They need nothing else."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from urllib.parse import quote

from markupsafe import Markup

from ...models.take_away import LEFT_OUT, SECRET
from .people import Person

KINDS = ("Papers", "Files", "Photos")
TABLES = (
    "Each is a CSV file in UTF-8 that any spreadsheet opens. Moments are in UTC, amounts of money in the smallest unit "
    "of the currency. A text that a spreadsheet would take for a formula begins with an apostrophe."
)
STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; color: #1b2a2f; background: #f4f3ef;
  max-width: 56rem; margin: 0 auto; padding: 2rem 1rem 4rem }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem }
a { color: #13535b }
table { border-collapse: collapse; width: 100%; background: #fff }
caption { text-align: start; padding: .5rem 0; color: #5a676b }
th, td { text-align: start; vertical-align: top; padding: .4rem .75rem; border-bottom: 1px solid #dcd9d0;
  font-weight: 400; overflow-wrap: anywhere }
thead th { font-weight: 600; font-size: .85rem; color: #5a676b }
th.end, td.end { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums }
.quiet { color: #5a676b }
ul { padding-inline-start: 1.2rem }
"""


def head(title: str, lede: str, up: str = "") -> Markup:
    """The beginning of a page; `up` is the way back to the first one."""
    back = Markup('<p><a href="{}">Back to the beginning</a></p>').format(up) if up else Markup()
    return Markup(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<title>{}</title><style>{}</style></head><body>\n{}<h1>{}</h1>\n<p>{}</p>\n"
    ).format(title, Markup(STYLE), back, title, lede)  # noqa: S704  (the style is ours)


def foot() -> Markup:
    return Markup("</body></html>\n")


def person_page(person: Person, lost: set[str]) -> str:
    """What lies in a client's folder, the oldest first."""
    since = f"On record since {_day(person.since)}{', archived' if person.archived else ''}."
    top = head(person.name, since, "../../index.html")
    if not person.files:
        return str(top + Markup("<p>No papers, files or photos.</p>") + foot())
    rows = Markup().join(
        Markup('<tr><td>{}</td><td>{}</td><td class="end">{}</td></tr>\n').format(
            _link(one.place.removeprefix(f"{person.folder}/"), one.name) if one.place not in lost else one.name,
            one.words if one.place not in lost else f"{one.words}; lost on the disk, or erased meanwhile",
            _day(one.at),
        )
        for one in person.files
    )
    table = _table("Everything that was issued or put on record", ("File", "What", "From"), rows)
    return str(top + table + foot())


def person_row(person: Person) -> str:
    """A client in the list of all."""
    count = {kind.lower(): 0 for kind in KINDS}
    for one in person.files:
        count[one.place.split("/")[2]] += 1
    cells = Markup().join(Markup('<td class="end">{}</td>').format(number or "–") for number in count.values())
    link = _link(f"{person.folder}/index.html", person.name)
    archived = Markup(' <span class="quiet">archived</span>') if person.archived else ""
    return str(Markup("<tr><td>{}{}</td>{}</tr>\n").format(link, archived, cells))


def people_head() -> str:
    heads = Markup().join(Markup('<th scope="col" class="end">{}</th>').format(one) for one in KINDS)
    table = '<h2 id="clients">Clients</h2><table><thead><tr><th scope="col">Name</th>{}</tr></thead><tbody>\n'
    return str(Markup(table).format(heads))  # noqa: S704  (ours)


def people_foot() -> str:
    return "</tbody></table>\n"


def tables(groups: dict[str, list[tuple[str, str, int]]]) -> str:
    """The tables with their words and how many rows they have, by what they are about."""
    parts = [Markup('<h2 id="tables">Tables</h2>\n<p>{}</p>\n').format(TABLES)]
    for group, found in groups.items():
        rows = Markup().join(
            Markup('<tr><td>{}</td><td>{}</td><td class="end">{}</td></tr>\n').format(
                _link(f"tables/{name}.csv", name), words, f"{number:,}"
            )
            for name, words, number in found
        )
        parts.append(Markup("<h3>{}</h3>{}").format(group, _table("", ("Table", "What", "Rows"), rows)))
    return str(Markup().join(parts))


def others(files: Sequence[str], lost: Sequence[str]) -> str:
    """Files of nobody's record, what is lost, and what was left out on purpose."""
    parts = []
    if files:
        parts.append(Markup("<h2>Other files</h2>{}").format(_list(_link(one, one) for one in files)))
    if lost:
        said = "These were on record, and are lost on the disk or were erased while this was made:"
        parts.append(Markup("<h2>Not there</h2><p>{}</p>{}").format(said, _list(lost)))
    parts.append(Markup("<h2>Left out on purpose</h2>{}").format(_list([*SECRET.values(), *LEFT_OUT.values()])))
    return str(Markup().join(parts))


def _table(caption: str, heads: Sequence[str], rows: Markup) -> Markup:
    last = len(heads) - 1
    cells = Markup().join(
        Markup('<th scope="col"{}>{}</th>').format(Markup(' class="end"') if n == last else "", one)
        for n, one in enumerate(heads)
    )
    told = Markup("<caption>{}</caption>").format(caption) if caption else ""
    return Markup("<table>{}<thead><tr>{}</tr></thead><tbody>\n{}</tbody></table>\n").format(told, cells, rows)


def _list(items: Iterable[object]) -> Markup:
    return Markup("<ul>{}</ul>\n").format(Markup().join(Markup("<li>{}</li>").format(one) for one in items))


def _link(address: str, words: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(quote(address), words)


def _day(at: datetime) -> str:
    return f"{at.day} {at:%B %Y}"
