"""Loads muscles.toml: muscles, groups, tissues and the other names accepted on input."""

from collections.abc import Mapping
from dataclasses import dataclass

from studio.ces.anatomy import Group, Muscle, Region, Tissue
from studio.ces.loading.rows import Files

FILE = "muscles.toml"


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What muscles.toml holds."""

    muscles: dict[str, Muscle]
    groups: dict[str, Group]
    tissues: dict[str, Tissue]
    aliases: dict[str, tuple[str, ...]]

    @property
    def units(self) -> set[str]:
        """Give the ids a finding may list: muscles and groups."""
        return self.muscles.keys() | self.groups.keys()

    @property
    def targets(self) -> set[str]:
        """Give the ids a drill may target: tissues too."""
        return self.units | self.tissues.keys()


def load_muscles(files: Files, regions: Mapping[str, Region]) -> Anatomy:
    """Read the file; every reference inside it resolves, and an alias never hides an id."""
    names = {row.id for row in files.rows(FILE, "muscle")}
    groups = {}
    for row in files.rows(FILE, "group"):
        if row.id in names:
            row.wrong("this id is already a muscle")
        members = row.all_of("members", names, "muscle")
        groups[row.id] = Group(row.id, row.text("common"), row.text("label"), members, row.text("note", ""))
        row.close()
    muscles = {}
    for row in files.rows(FILE, "muscle"):
        muscles[row.id] = Muscle(
            id=row.id,
            common=row.text("common"),
            anatomical=row.text("anatomical"),
            region=row.one_of("region", regions, "region"),
            depth=row.one_of("depth", {"superficial", "intermediate", "deep"}, "depth"),
            map_views=row.all_of("map_views", {"front", "back"}, "view"),
            antagonists=row.all_of("antagonists", names | groups.keys(), "muscle"),
            main_actions=row.text("main_actions"),
            groups=tuple(group.id for group in groups.values() if row.id in group.members),
        )
        row.close()
    tissues = {}
    for row in files.rows(FILE, "tissue"):
        if row.id in names or row.id in groups:
            row.wrong("this id is already a muscle or a group")
        tissues[row.id] = Tissue(
            row.id, row.text("label"), row.one_of("region", regions, "region"), row.text("note", "")
        )
        row.close()
    known = muscles.keys() | groups.keys() | tissues.keys()
    table = files.read(FILE).table("aliases")
    aliases = {}
    for alias in table.values:
        if alias in known:
            table.wrong(f"{alias!r} is an id, not another name")
        aliases[alias] = table.all_of(alias, known, "muscle")
    return Anatomy(muscles, groups, tissues, aliases)
