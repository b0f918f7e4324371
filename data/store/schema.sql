-- The tables of case.db, format 1. Offsets are bytes into document.text; "quote" repeats the words at a span, so
-- that every stored item can be checked against the text (muster verify does).
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS document (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, path TEXT NOT NULL, media_type TEXT NOT NULL,
  title TEXT NOT NULL, publisher TEXT NOT NULL, published TEXT NOT NULL, published_how TEXT NOT NULL, url TEXT NOT NULL,
  language TEXT NOT NULL, parent TEXT NOT NULL, text TEXT NOT NULL, sheets TEXT NOT NULL, context TEXT NOT NULL, origin TEXT NOT NULL DEFAULT '',
  added_at TEXT NOT NULL, superseded INTEGER NOT NULL DEFAULT 0); -- origin: hash of the full path; superseded: that path later held other bytes
CREATE TABLE IF NOT EXISTS part (document INTEGER NOT NULL, number INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL,
  kind INTEGER NOT NULL, page INTEGER NOT NULL, sheet INTEGER NOT NULL, row INTEGER NOT NULL, column INTEGER NOT NULL,
  PRIMARY KEY (document, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS problem (document INTEGER NOT NULL, what TEXT NOT NULL, place TEXT NOT NULL, remedy TEXT NOT NULL, fatal INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS mention (document INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT NOT NULL,
  type INTEGER NOT NULL, name TEXT NOT NULL, role INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS date (document INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT NOT NULL,
  type INTEGER NOT NULL, value TEXT NOT NULL, anchor TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS quantity (document INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT NOT NULL,
  value REAL, low REAL, high REAL, relation INTEGER NOT NULL, unit TEXT NOT NULL, currency TEXT NOT NULL, counted TEXT NOT NULL,
  counted_begin INTEGER NOT NULL, counted_end INTEGER NOT NULL, same_as INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS place (document INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT NOT NULL,
  candidates TEXT NOT NULL, chosen INTEGER NOT NULL, why TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS claim (document INTEGER NOT NULL, number INTEGER NOT NULL, stance INTEGER NOT NULL, kind INTEGER NOT NULL,
  parent INTEGER NOT NULL, speaker TEXT NOT NULL, speaker_why TEXT NOT NULL, on_word_of TEXT NOT NULL, said_on TEXT NOT NULL,
  PRIMARY KEY (document, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS claim_span (document INTEGER NOT NULL, claim INTEGER NOT NULL, role INTEGER NOT NULL, begin INTEGER NOT NULL,
  end INTEGER NOT NULL, quote TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS statement (document INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT NOT NULL,
  entity TEXT NOT NULL, schema TEXT NOT NULL, property TEXT NOT NULL, value TEXT NOT NULL, original TEXT NOT NULL,
  language TEXT NOT NULL, origin TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS list (document INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT NOT NULL,
  sheet INTEGER NOT NULL, header_row INTEGER NOT NULL, first_row INTEGER NOT NULL, last_row INTEGER NOT NULL, rows INTEGER NOT NULL,
  columns TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS date_doubt (document INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL, quote TEXT NOT NULL,
  row INTEGER NOT NULL, column TEXT NOT NULL, value TEXT NOT NULL, impossible INTEGER NOT NULL, why TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS also_at (document INTEGER NOT NULL, path TEXT NOT NULL, PRIMARY KEY (document, path)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS refused (path TEXT PRIMARY KEY, what TEXT NOT NULL, place TEXT NOT NULL, remedy TEXT NOT NULL, fatal INTEGER NOT NULL, at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS judgement (id INTEGER PRIMARY KEY, left_id TEXT NOT NULL, right_id TEXT NOT NULL, verdict INTEGER NOT NULL,
  score REAL NOT NULL, user TEXT NOT NULL, created_at TEXT NOT NULL, reason TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS log (seq INTEGER PRIMARY KEY, line TEXT NOT NULL, end INTEGER NOT NULL); -- end: bytes of log.jsonl up to here
CREATE INDEX IF NOT EXISTS log_end ON log (end);
CREATE INDEX IF NOT EXISTS mention_document ON mention (document);
CREATE INDEX IF NOT EXISTS date_document ON date (document);
CREATE INDEX IF NOT EXISTS quantity_document ON quantity (document);
CREATE INDEX IF NOT EXISTS place_document ON place (document);
CREATE INDEX IF NOT EXISTS claim_span_document ON claim_span (document, claim);
CREATE INDEX IF NOT EXISTS statement_document ON statement (document);
CREATE INDEX IF NOT EXISTS statement_entity ON statement (entity);
CREATE INDEX IF NOT EXISTS list_document ON list (document);
CREATE INDEX IF NOT EXISTS date_doubt_document ON date_doubt (document);
CREATE INDEX IF NOT EXISTS problem_document ON problem (document);
