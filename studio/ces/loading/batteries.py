"""Loads batteries.toml: the stations and the presets made of them."""

from collections.abc import Mapping

from studio.ces.batteries import MEASURES, Battery, Station
from studio.ces.loading.rows import Files
from studio.ces.measures import MeasureKind
from studio.ces.protocols import Protocol

FILE = "batteries.toml"


def load_batteries(
    files: Files, protocols: Mapping[str, Protocol], measures: Mapping[str, MeasureKind]
) -> tuple[dict[str, Station], dict[str, Battery]]:
    """Read both; every test is a station, and a battery names its measures only where it takes some."""
    stations = {}
    for row in files.rows(FILE, "station"):
        if row.id not in (*protocols, MEASURES):
            row.wrong("there is no such test")
        stations[row.id] = Station(row.id, row.text("label"), row.whole("minutes"))
        row.close()
    batteries = {}
    for row in files.rows(FILE, "battery"):
        low, high = row.wholes("minutes", 2)
        battery = Battery(
            id=row.id,
            label=row.text("label"),
            what=row.text("what"),
            minutes=(low, high),
            stations=row.all_of("stations", stations, "station"),
            optional=row.all_of("optional", stations, "station", optional=True),
            measures=row.all_of("measures", measures, "measure", optional=True),
        )
        if set(battery.stations) & set(battery.optional):
            row.wrong("a test is either in the battery or optional")
        if bool(battery.measures) != (MEASURES in battery.stations):
            row.wrong("measures belong to a battery with the station of that name")
        batteries[row.id] = battery
        row.close()
    return stations, batteries
