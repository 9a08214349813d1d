"""Turns the drug dictionary of `drug-named-entity-recognition` (MIT; DrugBank open vocabulary CC0, MeSH, MedlinePlus,
Wikipedia) into a sorted table of text that the service reads:

    name <TAB> ingredient <TAB> brand | ingredient | synonym <TAB> lists that know the ingredient, joined by commas

All names are in lower case. "brand" is what the dictionary marks so (141 names); most other brands are among the synonyms.
A line whose last column is only "mesh" may be a class or a chemical that is no medicine: the reader decides.
"""
import bz2
import io
import pickle
import re
import zipfile
from pathlib import Path

FORMAT = 2  # raise it when the table changes, so that a table of before is not used again
MARKUP = re.compile(r"[<>{}|]|&[a-z]+;|https?:")  # left over in some names taken from Wikipedia
LONGEST_NAME_CHARS = 150
LISTS = (("drugbank_id", "drugbank"), ("medline_plus_id", "medlineplus"), ("mesh_id", "mesh"), ("wikipedia_url", "wikipedia"))


class DataOnly(pickle.Unpickler):
    """A pickle may name any class to be built, which is code from outside: none is allowed here."""

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"the drug dictionary names the class {module}.{name}; only plain data is read")


def write_table(wheel: Path, table: Path) -> int:
    """Writes the table and returns the number of its lines."""
    with zipfile.ZipFile(wheel) as archive:
        packed = next(name for name in archive.namelist() if name.endswith("/drug_ner_dictionary.pkl.bz2"))
        dictionary = DataOnly(io.BytesIO(bz2.decompress(archive.read(packed)))).load()
    ingredients = dictionary["drug_canonical_to_data"]
    facts_of_name = dictionary["drug_variant_to_variant_data"]
    lines = set()
    for name, ingredients_of_name in dictionary["drug_variant_to_canonical"].items():
        for ingredient in ingredients_of_name:
            known = ingredients.get(ingredient, {})
            lists = ",".join(label for key, label in LISTS if known.get(key))
            is_brand = facts_of_name.get(name, {}).get("is_brand", False)
            kind = "brand" if is_brand else "ingredient" if name == ingredient else "synonym"
            columns = [" ".join(text.split()) for text in (name, ingredient, kind, lists)]
            if columns[0] and len(columns[0]) <= LONGEST_NAME_CHARS and not MARKUP.search(columns[0]):
                lines.add("\t".join(columns))
    with table.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(line + "\n" for line in sorted(lines))
    return len(lines)
