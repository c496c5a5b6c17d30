"""The body map as something to tap: every marked region has a name, and leads where a page says."""

from bs4 import BeautifulSoup

from studio.figures import body_map, marked_regions, muscles_of, svg

OVER, UNDER = [("soleus", "right"), ("hip_flexor_complex", "both")], [("gluteus_medius", "left"), ("soleus", "both")]


def test_a_mark_has_its_side_its_state_and_the_muscles_it_stands_for() -> None:
    marked = marked_regions(OVER, UNDER)
    assert marked["back:soleus:R"] == "both"
    assert marked["back:soleus:L"] == "under"
    assert marked["back:gluteus_medius:L"] == "under"
    assert "back:gluteus_medius:R" not in marked
    assert {marked[f"front:rectus_femoris:{side}"] for side in "LR"} == {"over"}
    assert all({one for one, _ in OVER + UNDER} & set(muscles_of(where)) for where in marked)


def test_all_that_is_marked_is_drawn_and_can_lead_somewhere() -> None:
    marked = marked_regions(OVER, UNDER)
    links = {where: {"href": f"/?place={where}&more", "aria-label": f"“{where}”"} for where in marked}
    drawn = "".join(svg(view, links=links) for view in body_map(OVER, UNDER))
    page = BeautifulSoup(drawn, "html.parser")
    assert {one["href"] for one in page.select("a")} == {one["href"] for one in links.values()}
    assert all(one.select("path") for one in page.select("a"))
    assert {one["role"] for one in page.select("svg")} == {"group"}
