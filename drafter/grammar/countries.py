"""Names of States as the United Nations prints them in English (R-STY-18), and others for them.

Data and looking up only. A name changes on a day: texts of an earlier year keep the earlier name.
"""

from __future__ import annotations

# What is written for a State, the name the Organization uses, and the year from which it does.
FORMS: dict[str, tuple[str, int]] = {
    "Ivory Coast": ("Côte d’Ivoire", 0),
    "Cote d’Ivoire": ("Côte d’Ivoire", 0),
    "Cote d'Ivoire": ("Côte d’Ivoire", 0),
    "Vietnam": ("Viet Nam", 0),
    "Turkey": ("Türkiye", 2023),
    "Turkiye": ("Türkiye", 2023),
    "Cape Verde": ("Cabo Verde", 2014),
    "Swaziland": ("Eswatini", 2019),
    "Burma": ("Myanmar", 1990),
    "East Timor": ("Timor-Leste", 2003),
    "South Korea": ("Republic of Korea", 0),
    "North Korea": ("Democratic People’s Republic of Korea", 0),
    "Czech Republic": ("Czechia", 2017),
    "Laos": ("Lao People’s Democratic Republic", 0),
    "Russia": ("Russian Federation", 1992),
    "Holland": ("Netherlands", 0),
}
# Short forms that a list of sponsors gives in full; in running text they may be part of a name.
IN_LISTS: dict[str, tuple[str, int]] = {
    "Bolivia": ("Bolivia (Plurinational State of)", 2009),
    "Venezuela": ("Venezuela (Bolivarian Republic of)", 2005),
    "Iran": ("Iran (Islamic Republic of)", 0),
    "Micronesia": ("Micronesia (Federated States of)", 0),
    "Netherlands": ("Netherlands (Kingdom of the)", 2023),
    "Syria": ("Syrian Arab Republic", 0),
    "Moldova": ("Republic of Moldova", 0),
    "Tanzania": ("United Republic of Tanzania", 0),
    "Brunei": ("Brunei Darussalam", 0),
    "Macedonia": ("North Macedonia", 2019),
    "Palestine": ("State of Palestine", 2013),
    "United States": ("United States of America", 0),
    "USA": ("United States of America", 0),
    "US": ("United States of America", 0),
    "United Kingdom": ("United Kingdom of Great Britain and Northern Ireland", 0),
    "Great Britain": ("United Kingdom of Great Britain and Northern Ireland", 0),
    "UK": ("United Kingdom of Great Britain and Northern Ireland", 0),
    "Gambia, The": ("Gambia", 0),
    "The Gambia": ("Gambia", 0),
    "The Bahamas": ("Bahamas", 0),
    "DRC": ("Democratic Republic of the Congo", 0),
    "DPRK": ("Democratic People’s Republic of Korea", 0),
    "EU": ("European Union", 0),
}


def official(name: str, year: int = 0, *, listed: bool = False) -> str:
    """The form of `name` that the Organization uses in `year` (0: now), "" where it is that form.

    `listed` takes the forms that only a list of sponsors needs.
    """
    form, since = FORMS.get(name) or (IN_LISTS.get(name) if listed else None) or (name, 0)
    return form if form != name and (not year or year >= since) else ""
