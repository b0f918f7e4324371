#include <algorithm>

#include "cli/command.hpp"

namespace muster::cli {
namespace {

constexpr Flag kPublished{"published", 0, "DATE",
                          "when the files were published (2025-04-12, 2025-04), for dates without a year; a "
                          "sidecar NAME.json beside a file does the same for that file",
                          ""};
constexpr Flag kPublisher{"publisher", 0, "NAME", "who published the files", ""};
constexpr Flag kNoOcr{"no-ocr", 0, "",
                      "do not run tesseract on pictures; machine-readable zones are read all the same", ""};
constexpr Flag kFormat{
    "format", 'f', "FORMAT",
    "how to print: a table on a terminal and tab-separated values in a pipe, unless this says otherwise",
    "table|csv|tsv|jsonl|json"};
constexpr Flag kQuiet{"quiet", 'q', "", "no progress and no notes on stderr", ""};

// What dedupe and link share.
std::vector<Flag> linkage_flags() {
  return {
      {"id", 0, "COLUMN", "the column that names each row; found by its header where this is not said", ""},
      {"map", 0, "C=P,...",
       "what columns hold: COLUMN=PROPERTY (name, firstName, lastName, birthDate, passportNumber, address, "
       "city ...)",
       ""},
      {"ignore", 0, "C,...", "columns that are not compared", ""},
      {"clusters", 0, "FILE", "write id and cluster of every row (csv, tsv, jsonl, xlsx by the file's name)",
       ""},
      {"pairs", 0, "FILE", "write id1, id2, probability, match, why of every pair that may be one", ""},
      {"least", 0, "P", "the probability from which pairs are written (0.01)", ""},
      {"output", 'o', "FILE",
       "write all rows with their cluster in front (csv, tsv, jsonl, xlsx), or merged entities "
       "(NAME.ftm.json)",
       ""},
      {"page", 0, "FILE", "write an HTML page: how it was found, and the pairs to look at, worst first", ""},
      {"doubts", 0, "FILE", "write what a person should look at: bridges, contradictions", ""},
      {"threshold", 0, "P", "the probability from which a pair may join two rows (0.95)", ""},
      {"one-per-list", 0, "", "a list holds a person once: no two of its rows in one cluster", ""},
      {"judgements", 0, "FILE", "what people said of pairs (see `muster decide`); honoured before all else",
       ""},
      {"known", 0, "FILE",
       "the clusters of an earlier run: they stay together and keep their ids, and only pairs with a new row "
       "are compared",
       ""},
      {"save-model", 0, "FILE", "write the match weights as JSON", ""},
      {"model", 0, "FILE", "use these match weights instead of estimating them", ""},
      {"truth", 0, "COLUMN", "a column with the true cluster of each row: prints precision and recall", ""},
      {"threads", 0, "N", "cores to work on (all)", ""},
      {"memory", 0, "SIZE",
       "memory for pairs that wait to be weighed, as 200M or 2G (512M): what it does not hold waits in a "
       "temporary file in $TMPDIR, and the answer is the same",
       ""},
      {"force", 0, "", "overwrite files that are there", ""},
      kQuiet,
      kFormat};
}

std::vector<Flag> with(std::vector<Flag> flags, Flag more) {
  flags.push_back(more);
  return flags;
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> kCommands = {
      {"brief",
       "PATH...",
       1,
       0,
       "the main job: read everything, print the brief, write brief.html and brief.json",
       "Reads files and folders (txt, md, html, csv, tsv, xlsx, docx, pdf, png and jpg passports), works out "
       "who is who, who says what, what agrees and what "
       "conflicts. Makes or reuses a case: the folder given with -o, by default NAME.case beside the first "
       "path. Nothing leaves this machine.",
       {{"muster brief examples/border-post",
         "read a folder; the brief is printed and lies in examples/border-post.case"},
        {"muster brief article.txt --published 2025-04-12 -o article.case",
         "one report, with its date, so that \"April 8\" has a year"}},
       {{"output", 'o', "DIR", "the case's folder", ""}, kPublished, kPublisher, kNoOcr, kQuiet},
       run_brief},
      {"init",
       "CASE",
       1,
       1,
       "make an empty case",
       "A case is a folder: case.db, originals/ and log.jsonl. It can be moved, copied and handed over "
       "whole.",
       {{"muster init border.case", "an empty case"},
        {"muster init border.case && muster add border.case scans/", "a case with a folder of scans in it"}},
       {},
       run_init},
      {"add",
       "CASE PATH...",
       2,
       0,
       "add files and folders to a case",
       "Adding the same file twice changes nothing. What cannot be read is a row of `muster status`; the "
       "rest goes on. A file is kept wholly or not at all, "
       "whenever the program is stopped.",
       {{"muster add border.case roster.xlsx passports/", "a list and a folder of pictures"},
        {"muster add border.case report.txt --published 2025-03-20", "a report with its date"}},
       {kPublished, kPublisher, kNoOcr, kQuiet},
       run_add},
      {"status",
       "CASE",
       1,
       1,
       "what a case holds, and what could not be read",
       "One row a file: its state, kind, publisher, date, and the problems met.",
       {{"muster status border.case", "a table on the terminal"},
        {"muster status border.case --format csv > status.csv", "the same for a spreadsheet"}},
       {kFormat},
       run_status},
      {"verify",
       "CASE",
       1,
       1,
       "check a case against its originals",
       "Compares every original file with its hash, every stored quotation with the text at its place, and "
       "the log with its chain of hashes.",
       {{"muster verify border.case", "says what was checked; exit code 2 when anything is off"},
        {"muster verify border.case && cp -a border.case /media/usb/", "check before handing over"}},
       {},
       run_verify},
      {"read",
       "FILE...",
       1,
       0,
       "what stands in these files, as JSON lines (no case needed)",
       "Prints one JSON object a file: text, mentions, dates, quantities, places, claims, statements. "
       "Offsets are code points into \"text\", end exclusive. The "
       "fields are told in docs/formats.md. - reads text from standard input.",
       {{"muster read report.txt --published 2025-03-20 | jq .claims", "the claims of one report"},
        {"muster read *.html > readings.jsonl", "many pages, one object a line"}},
       {kPublished,
        kPublisher,
        kNoOcr,
        {"attribution-weights", 0, "FILE",
         "weights made by `muster train attribution`, in place of those that ship", ""},
        {"explain", 0, "", "tell of each claim what spoke for its cue, in bits (cue_why)", ""},
        {"format", 'f', "FORMAT", "one object a line, or one array", "jsonl|json"}},
       run_read},
      {"train",
       "attribution",
       1,
       1,
       "learn who says what from texts of your own",
       "Learns weights for `muster read --attribution-weights` from annotated texts. A corpus is a folder of "
       "texts with marks in them (*.txt, as docs/attribution-guide.md shows), or one with the folders text "
       "and "
       "attributions in brat's form (NAME.txt; NAME_WHO.ann with Source, Cue and Content). Training takes "
       "seconds; the same files give the same weights.",
       {{"muster train attribution --corpus reports/ -o own.weights", "learn from marked texts"},
        {"muster read --attribution-weights own.weights news.txt", "read with what was learned"}},
       {{"corpus", 0, "DIR,...", "the annotated texts; several folders with commas between", ""},
        {"output", 'o', "FILE", "the weights (attribution.weights)", ""},
        {"threshold", 0, "P", "how probable a cue must be to be believed (0.35)", ""},
        {"force", 0, "", "overwrite the file if it is there", ""},
        kQuiet},
       run_train},
      {"compare",
       "NAME NAME",
       0,
       2,
       "do these names name one person? a probability and the reason",
       "Compares two names in any scripts and orders. With --pairs, every row of a CSV file with the columns "
       "name1 and name2.",
       {{"muster compare 'Чжан Жэньбо' 'Renbo Zhang'", "two names"},
        {"muster compare --pairs pairs.csv --format csv",
         "a file of pairs, as CSV with score, match and why"}},
       {{"pairs", 0, "FILE", "a CSV file with the columns name1, name2 (and schema)", ""},
        {"threshold", 0, "P", "the probability from which `match` is true (0.5)", ""},
        kFormat},
       run_compare},
      {"lookup",
       "QUERY...",
       0,
       0,
       "the nearest names of a list, in any scripts and orders",
       "Ranks the names of a list (csv, tsv, a name a line, FollowTheMoney JSON lines) by the probability "
       "that "
       "they name the one who is asked for. In a table the column name, caption, full_name or label is read, "
       "else the first; of several names of one id the best counts. --index keeps what was worked out in a "
       "file, so that the next look-up starts at once, over millions of names too.",
       {{"muster lookup --list sanctions.csv 'Чжан Жэньбо'", "one name, ten answers"},
        {"muster lookup --list entities.ftm.json --index entities.index --queries staff.csv --format csv",
         "a file of names; the index is made once and used again"}},
       {{"list", 0, "FILE", "the names to look among", ""},
        {"index", 0, "FILE", "made from --list where it is not there yet; used where it is", ""},
        {"add", 0, "", "add the names of --list to the index that is there", ""},
        {"queries", 0, "FILE", "names to look up: a line each, or a column query or name", ""},
        {"limit", 0, "N", "answers for each name, 1 to 1000 (10)", ""},
        kFormat,
        kQuiet},
       run_lookup},
      {"dedupe",
       "LIST",
       1,
       1,
       "who stands in a list more than once",
       "Compares the rows of a list (csv, tsv, xlsx, jsonl, FollowTheMoney, or the people of a case) and "
       "gathers those "
       "that are one person. Columns are recognised by their headers and cells, blocking rules and match "
       "weights are "
       "found from the list itself; all of it is told. Without --clusters or --output the rows that stand "
       "together are "
       "printed.",
       {{"muster dedupe members.csv", "the doubles, on the terminal"},
        {"muster dedupe members.xlsx --id nr --output marked.xlsx --pairs why.csv",
         "all rows with their cluster in front, and the reasons pair by pair"}},
       linkage_flags(),
       run_dedupe},
      {"link",
       "LIST LIST...",
       2,
       0,
       "who stands in several lists",
       "As `muster dedupe` does for one list, over several: columns that hold the same are laid over one "
       "another, "
       "whatever they are called and in whatever script the names are. Rows of one list are compared with "
       "each other "
       "too, unless --across or --one-per-list says otherwise.",
       {{"muster link roster.csv passports.csv --one-per-list", "who of the roster has a passport"},
        {"muster link a.csv b.xlsx --across --clusters both.csv", "pairs of rows of different lists alone"}},
       with(linkage_flags(), {"across", 0, "", "compare rows of different lists only", ""}),
       run_link},
      {"who",
       "CASE",
       1,
       1,
       "the people of a case, with their rows, papers and names",
       "One row a person as far as the case tells; --pairs shows the pairs that were compared, with ids for "
       "`muster decide`.",
       {{"muster who border.case", "everybody"},
        {"muster who border.case --pairs", "doubles and links, the least certain first, with reasons"}},
       {{"pairs", 0, "", "print pairs instead of people", ""}, kFormat},
       run_who},
      {"claims",
       "CASE",
       1,
       1,
       "who says what, on whose word, how firmly",
       "One row a claim, with the quoted words and where they stand.",
       {{"muster claims border.case", "all of them"},
        {"muster claims border.case --speaker ministry --format csv",
         "those of one speaker, for a spreadsheet"}},
       {{"speaker", 0, "TEXT", "only claims whose speaker's name holds TEXT", ""},
        {"stance", 0, "STANCE", "only claims of this stance",
         "asserted|denied|hedged|questioned|demanded|no comment"},
        kFormat},
       run_claims},
      {"timeline",
       "CASE",
       1,
       1,
       "what happened when, and when it was reported",
       "One row a date, as precise as the words are: 2025-03-14, 2025-03, XXXX-03-14 where no year is known.",
       {{"muster timeline border.case", "in order of time"},
        {"muster timeline border.case --format jsonl", "one object a line"}},
       {kFormat},
       run_timeline},
      {"findings",
       "CASE",
       1,
       1,
       "what agrees, conflicts, counts up or copies",
       "One row a finding, with the rule that made it and the words it rests on.",
       {{"muster findings border.case", "all of them"},
        {"muster findings border.case --kind conflict", "the conflicts"}},
       {{"kind", 0, "KIND", "only findings of this kind (conflict, agree, narrower, copy ...)", ""}, kFormat},
       run_findings},
      {"decide",
       "CASE|FILE.csv A B VERDICT",
       4,
       4,
       "say that two entries are the same person, different, or unsure",
       "A and B are ids as `muster who --pairs` prints them. The judgement is kept with your name and the "
       "time, is honoured in every later run, and is undone by a "
       "later one; nothing is ever erased. With a file in place of the case, the judgement is a line of that "
       "file, "
       "for `muster dedupe --judgements FILE.csv`; there the verdict may also be undo.",
       {{"muster decide border.case 3f2a…-s0r20 3f2a…-s0r31 same --reason 'same passport number'",
         "one person on two rows"},
        {"muster decide border.case 3f2a…-s0r39 3f2a…-s0r41 unsure", "take an earlier judgement back"},
        {"muster decide said.csv 17 230 different",
         "two rows of a list, for `muster dedupe --judgements said.csv`"}},
       {{"user", 0, "NAME", "whose judgement it is (default: your login name)", ""},
        {"reason", 0, "TEXT", "why", ""}},
       run_decide},
      {"man",
       "",
       0,
       0,
       "print the manual page",
       "The manual page in man's own format.",
       {{"muster man | man -l -", "read it"},
        {"muster man > /usr/local/share/man/man1/muster.1", "install it"}},
       {},
       run_man},
      {"completions",
       "SHELL",
       1,
       1,
       "print completions for bash, zsh or fish",
       "A script for the shell to read.",
       {{"source <(muster completions bash)", "in this shell"},
        {"muster completions fish > ~/.config/fish/completions/muster.fish", "in every fish"}},
       {},
       run_completions},
  };
  return kCommands;
}

const Command* find_command(std::string_view name) {
  const auto found = std::ranges::find(commands(), name, &Command::name);
  return found == commands().end() ? nullptr : &*found;
}

}  // namespace muster::cli
