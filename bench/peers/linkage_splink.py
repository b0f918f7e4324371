#!/usr/bin/env python3
"""Finds who is who in a list with Splink (4 or later, on DuckDB) and the settings that its own documentation gives for
that list: linkage_splink.py {febrl3|fake_1000|historical} LIST.csv CLUSTERS.csv [PAIRS.csv]

Written: id, cluster at a probability of 0.95, and where asked id1, id2, probability of each pair that it scored. On
stderr Splink's version. Exit code 3: Splink is not installed.

The settings are facts of the examples "febrl3", "deduplicate_50k_synthetic" and "accuracy_analysis_from_labels_column"
of Splink's documentation (Ministry of Justice, MIT licence): what is blocked on, compared and trained on.
"""
import csv
import logging
import sys
from dataclasses import dataclass, field


@dataclass
class Recipe:
    """What Splink's documentation does with one list."""

    id: str
    blocks: list          # each a list of expressions that must be equal
    compare: object       # comparison_library -> comparisons
    prior: list           # rules that find sure pairs; a string is SQL
    recall: float         # of those rules, as estimated by the example's author
    sampled_pairs: float
    train: list           # blocks of the EM runs
    seed: int | None = None
    columns: str = "*"    # what is selected from the list
    threshold: float | None = None  # of the probability, below which pairs are dropped
    em: dict = field(default_factory=lambda: {"estimate_without_term_frequencies": True})


RECIPES = {
    "febrl3": Recipe(
        id="rec_id",
        blocks=[["soc_sec_id"], ["given_name"], ["surname"], ["date_of_birth"], ["postcode"]],
        compare=lambda cl: [
            cl.NameComparison("given_name"), cl.NameComparison("surname"),
            cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.ExactMatch("postcode").configure(term_frequency_adjustments=True)],
        prior=[["soc_sec_id"], ["given_name", "surname", "date_of_birth"],
               "l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth"],
        recall=0.9, sampled_pairs=1e6, seed=2, train=[["date_of_birth"], ["postcode"]], threshold=0.2, em={}),
    "fake_1000": Recipe(
        id="unique_id",
        blocks=[["first_name"], ["surname"], ["dob"], ["email"]],
        compare=lambda cl: [
            cl.ForenameSurnameComparison("first_name", "surname"), cl.DateOfBirthComparison("dob", input_is_string=False),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True), cl.EmailComparison("email")],
        prior=["l.first_name = r.first_name and levenshtein(r.dob::VARCHAR, l.dob::VARCHAR) <= 1",
               "l.surname = r.surname and levenshtein(r.dob::VARCHAR, l.dob::VARCHAR) <= 1",
               "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
               "l.email = r.email"],
        recall=0.7, sampled_pairs=1e6, seed=5, train=[["dob"], ["email"], ["first_name", "surname"]],
        columns="* replace (dob::DATE as dob)"),
    "historical": Recipe(
        id="unique_id",
        blocks=[["substr(first_name,1,3)", "substr(surname,1,4)"], ["surname", "dob"], ["first_name", "dob"], ["postcode_fake", "first_name"],
                ["postcode_fake", "surname"], ["dob", "birth_place"], ["substr(postcode_fake,1,3)", "dob"],
                ["substr(postcode_fake,1,3)", "first_name"], ["substr(postcode_fake,1,3)", "surname"],
                ["substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"]],
        compare=lambda cl: [
            cl.ForenameSurnameComparison("first_name", "surname", forename_surname_concat_col_name="first_name_surname_concat"),
            cl.DateOfBirthComparison("dob", input_is_string=True), cl.PostcodeComparison("postcode_fake"),
            cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True)],
        prior=[["first_name", "surname", "dob"], ["substr(first_name,1,2)", "surname", "substr(postcode_fake,1,2)"], ["dob", "postcode_fake"]],
        recall=0.6, sampled_pairs=1e7, train=[["first_name", "surname"], ["dob"]],
        columns="*, first_name || ' ' || surname as first_name_surname_concat"),
}


def read_list(connection, path, columns):
    """All cells as trimmed text, empty ones null; the header trimmed too."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    names = ", ".join(f"'{i}_{name.strip()}': 'VARCHAR'" for i, name in enumerate(header))
    cells = ", ".join(f"nullif(trim(\"{i}_{name.strip()}\"), '') as \"{name.strip()}\"" for i, name in enumerate(header))
    connection.execute(f"create table people as select {columns} from (select {cells} from "
                       f"read_csv(?, header = true, columns = {{{names}}}))", [path])


def make_linker(splink, connection, settings):
    api = splink.DuckDBAPI(connection=connection)
    if int(splink.__version__.split(".")[0]) < 5:
        return splink.Linker("people", settings, db_api=api)
    return splink.Linker(api.register(connection.table("people")), settings)


def link(splink, library, duckdb, recipe, path):
    """A linker that has learnt, its scored pairs and its clusters."""
    rule = lambda r: r if isinstance(r, str) else splink.block_on(*r)
    connection = duckdb.connect()
    read_list(connection, path, recipe.columns)
    settings = splink.SettingsCreator(link_type="dedupe_only", unique_id_column_name=recipe.id, comparisons=recipe.compare(library),
                                      blocking_rules_to_generate_predictions=[rule(r) for r in recipe.blocks],
                                      retain_intermediate_calculation_columns=True)
    linker = make_linker(splink, connection, settings)
    linker.training.estimate_probability_two_random_records_match([rule(r) for r in recipe.prior], recall=recipe.recall)
    seeded = {} if recipe.seed is None else {"seed": recipe.seed}
    linker.training.estimate_u_using_random_sampling(max_pairs=recipe.sampled_pairs, **seeded)
    for block in recipe.train:
        linker.training.estimate_parameters_using_expectation_maximisation(rule(block), **recipe.em)
    pairs = linker.inference.predict() if recipe.threshold is None else linker.inference.predict(threshold_match_probability=recipe.threshold)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=0.95)
    return connection, pairs.physical_name, clusters.physical_name


def main():
    if len(sys.argv) not in (4, 5) or sys.argv[1] not in RECIPES:
        sys.exit(__doc__)
    try:
        import duckdb
        import splink
        import splink.comparison_library as library
    except ImportError as missing:
        print(missing, file=sys.stderr)
        sys.exit(3)
    logging.getLogger("splink").setLevel(logging.ERROR)
    recipe = RECIPES[sys.argv[1]]
    connection, pairs, clusters = link(splink, library, duckdb, recipe, sys.argv[2])
    connection.execute(f"copy (select \"{recipe.id}\" as id, cluster_id as cluster from {clusters}) to '{sys.argv[3]}' (header)")
    if len(sys.argv) == 5:
        columns = f'"{recipe.id}_l" as id1, "{recipe.id}_r" as id2, match_probability as probability'
        connection.execute(f"copy (select {columns} from {pairs}) to '{sys.argv[4]}' (header)")
    print(splink.__version__, file=sys.stderr)


if __name__ == "__main__":
    main()
