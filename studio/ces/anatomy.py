"""Muscles and the words around them, as the catalogue holds them."""

from dataclasses import dataclass

CHECKPOINTS = ("foot_ankle", "knee", "lphc", "shoulder", "head")


@dataclass(frozen=True, slots=True)
class Muscle:
    """One muscle, or one head of a muscle where the heads behave differently."""

    id: str
    common: str  # the client's word
    anatomical: str
    region: str
    depth: str
    map_views: tuple[str, ...]  # body-map sides it is drawn on: "front", "back"
    antagonists: tuple[str, ...]
    main_actions: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Muscles that the sources list under one name; `members` are muscle ids."""

    id: str
    common: str  # the client's word
    label: str  # the coach's
    members: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tissue:
    """A thing a drill may press that is no muscle and never gets a strength."""

    id: str
    label: str
    region: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """A body region: what pain is recorded for and what an exercise loads."""

    id: str
    label: str
    checkpoint: str
    integrate: tuple[str, ...]  # keys of Catalogue.integrate_options, first that has a passing drill wins
    midline: bool  # a region of the spine or neck has no left and right


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read; `level` is the catalogue's evidence or access letter, or grade word."""

    id: str
    title: str
    publisher: str = ""
    year: int | None = None
    kind: str = ""
    level: str = ""
    url: str = ""
    note: str = ""
