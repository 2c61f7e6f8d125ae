-- The payment clause in SQL: every event is a row, and triggers do what it does. Payments are divided with window functions;
-- a trigger that fires itself closes the segments of interest one after another. Read by betaling.sh, which imports the
-- lines into `line` and the table of rates into `rate_row`, and says in `asked` for which day.
PRAGMA recursive_triggers = ON;
PRAGMA temp_store = MEMORY;

CREATE TABLE rate AS
  SELECT CAST(julianday(from_day) - 2440587.5 AS INTEGER) AS day, CAST(round(percentage * 100) AS INTEGER) AS rate FROM rate_row;
DELETE FROM rate WHERE rate = (SELECT b.rate FROM rate b WHERE b.day < rate.day ORDER BY b.day DESC LIMIT 1);
CREATE UNIQUE INDEX rate_day ON rate (day);
ALTER TABLE rate ADD COLUMN change INTEGER;
UPDATE rate SET change = coalesce((SELECT min(b.day) FROM rate b WHERE b.day > rate.day), 99999);

CREATE TABLE contract (name TEXT PRIMARY KEY, credit INTEGER DEFAULT 0, started, ended, performed, suspended);
CREATE TABLE invoice (n INTEGER PRIMARY KEY, contract, key, sent INTEGER, due INTEGER, open INTEGER, settled, reminded, noticed);
CREATE INDEX invoice_contract ON invoice (contract);
-- `upto`: the day through which its borders have been passed; `last`: the day on which it ended.
CREATE TABLE interest (n INTEGER PRIMARY KEY, contract, first INTEGER, start INTEGER, upto INTEGER, last, principal INTEGER,
  capitalised INTEGER DEFAULT 0, of_year INTEGER DEFAULT 0, posted INTEGER DEFAULT 0, paid INTEGER DEFAULT 0,
  years INTEGER DEFAULT 1, next_year INTEGER);
CREATE INDEX interest_contract ON interest (contract);
CREATE TABLE costs (n INTEGER PRIMARY KEY, contract, key, day INTEGER, cents INTEGER, open INTEGER, settled);
CREATE INDEX costs_contract ON costs (contract);
CREATE TABLE power (contract, lid, available DEFAULT 0, used DEFAULT 0, start, "end", since, PRIMARY KEY (contract, lid));
CREATE TABLE exercise (n INTEGER PRIMARY KEY, contract, lid, key, day INTEGER, valid);
CREATE INDEX exercise_contract ON exercise (contract);
CREATE TABLE purse (rest INTEGER, taken INTEGER);
INSERT INTO purse VALUES (0, 0);

CREATE TABLE event (n INTEGER PRIMARY KEY, contract, day INTEGER, type, id, invoice, about, cents INTEGER, term INTEGER);
CREATE VIEW clock AS SELECT '' AS contract, 0 AS day WHERE 0;
CREATE VIEW pay_costs AS SELECT * FROM clock;
CREATE VIEW pay_interest AS SELECT * FROM clock;
CREATE VIEW pay_principal AS SELECT * FROM clock;
CREATE VIEW look_at_powers AS SELECT * FROM clock;
CREATE VIEW act AS SELECT * FROM event;

-- The open segment of every account through `upto`.
CREATE VIEW account AS
  SELECT i.*, iif(i.last IS NOT NULL, 0, ((i.principal + i.capitalised) * r.rate * max(i.upto - i.start + 1, 0) + 1825000) / 3650000)
    AS running
  FROM interest i JOIN rate r ON r.day = (SELECT max(day) FROM rate WHERE day <= i.start);

-- Since when an open invoice gives ground for a power.
CREATE VIEW ground AS
  SELECT contract, '2.1' AS lid, max(reminded, due + 1) AS since FROM invoice WHERE open > 0 AND reminded IS NOT NULL
  UNION ALL SELECT contract, '3.1', max(noticed, due + 1) FROM invoice WHERE open > 0 AND noticed IS NOT NULL;

-- --- The clock --------------------------------------------------------------------------------------------------------
-- One border: the change of a rate or the end of an interest year; again while there is another one before `upto`.
CREATE TRIGGER pass_borders AFTER UPDATE OF upto, start ON interest
WHEN NEW.last IS NULL AND min(NEW.next_year, (SELECT change FROM rate WHERE day <= NEW.start ORDER BY day DESC LIMIT 1)) <= NEW.upto
BEGIN
  UPDATE interest SET
    posted = posted + b.cents,
    capitalised = capitalised + iif(b.border = next_year, of_year + b.cents, 0),
    of_year = iif(b.border = next_year, 0, of_year + b.cents),
    years = years + (b.border = next_year),
    next_year = iif(b.border = next_year, (SELECT CAST(julianday(later) - 2440587.5 AS INTEGER) -
        (strftime('%d', later) <> strftime('%d', first * 86400, 'unixepoch'))
      FROM (SELECT date(first * 86400, 'unixepoch', '+' || (years + 1) || ' years') AS later)), next_year),
    start = b.border
  FROM (SELECT min(i.next_year, r.change) AS border,
      ((i.principal + i.capitalised) * r.rate * max(min(i.next_year, r.change) - i.start, 0) + 1825000) / 3650000 AS cents
    FROM interest i JOIN rate r ON r.day = (SELECT max(day) FROM rate WHERE day <= i.start) WHERE i.n = NEW.n) AS b
  WHERE interest.n = NEW.n;
END;

CREATE TRIGGER clock_passes INSTEAD OF INSERT ON clock BEGIN
  -- Credit meets what falls due.
  UPDATE purse SET rest = (SELECT credit FROM contract WHERE name = NEW.contract),
    taken = min((SELECT credit FROM contract WHERE name = NEW.contract),
      (SELECT coalesce(sum(open), 0) FROM invoice WHERE contract = NEW.contract AND due <= NEW.day));
  UPDATE invoice SET open = open - p.part, settled = iif(open = p.part, due, settled)
  FROM (SELECT n, max(0, min(open, (SELECT rest FROM purse) - coalesce(sum(open) OVER
      (ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))) AS part
    FROM invoice WHERE contract = NEW.contract AND due <= NEW.day AND open > 0) AS p
  WHERE invoice.n = p.n AND p.part > 0 AND (SELECT taken FROM purse) > 0;
  UPDATE contract SET credit = credit - (SELECT taken FROM purse) WHERE name = NEW.contract;
  -- Interest begins over what is late, and segments end.
  INSERT INTO interest (n, contract, first, start, upto, principal, next_year)
    SELECT n, contract, due + 1, due + 1, due + 1, open, CAST(julianday(due + 2440588.5, '+1 years') - 2440587.5 AS INTEGER) -
      (strftime('%d', due + 2440588.5, '+1 years') <> strftime('%d', due + 2440588.5))
    FROM invoice WHERE contract = NEW.contract AND due < NEW.day AND open > 0
      AND NOT EXISTS (SELECT 1 FROM interest WHERE interest.n = invoice.n);
  UPDATE interest SET upto = NEW.day WHERE contract = NEW.contract AND last IS NULL;
  -- Powers come up.
  UPDATE power SET available = 1, start = g.since, since = g.since
  FROM (SELECT lid, min(since) AS since FROM ground WHERE contract = NEW.contract AND since <= NEW.day GROUP BY lid) AS g
  WHERE power.contract = NEW.contract AND power.lid = g.lid AND NOT available AND NOT used
    AND (SELECT ended FROM contract WHERE name = NEW.contract) IS NULL;
END;

CREATE TRIGGER powers_go INSTEAD OF INSERT ON look_at_powers BEGIN
  UPDATE power SET available = 0, "end" = NEW.day, since = NEW.day
  WHERE contract = NEW.contract AND available AND ((SELECT ended FROM contract WHERE name = NEW.contract) IS NOT NULL OR NOT EXISTS
    (SELECT 1 FROM ground g WHERE g.contract = NEW.contract AND g.lid = power.lid AND g.since <= NEW.day));
  UPDATE contract SET suspended = NULL
  WHERE name = NEW.contract AND NOT (SELECT available FROM power WHERE contract = NEW.contract AND lid = '2.1');
END;

-- --- Payments: out of the purse -----------------------------------------------------------------------------------------
CREATE TRIGGER costs_are_paid INSTEAD OF INSERT ON pay_costs BEGIN
  UPDATE purse SET taken = min(rest, (SELECT coalesce(sum(open), 0) FROM costs WHERE contract = NEW.contract));
  UPDATE costs SET open = open - p.part, settled = iif(open = p.part, NEW.day, settled)
  FROM (SELECT n, max(0, min(open, (SELECT rest FROM purse) - coalesce(sum(open) OVER
      (ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))) AS part
    FROM costs WHERE contract = NEW.contract AND open > 0) AS p
  WHERE costs.n = p.n AND p.part > 0;
  UPDATE purse SET rest = rest - taken;
END;

CREATE TRIGGER interest_is_paid INSTEAD OF INSERT ON pay_interest BEGIN
  UPDATE purse SET taken = min(rest, (SELECT coalesce(sum(posted + running - paid), 0) FROM account
    WHERE contract = NEW.contract AND last IS NULL AND posted + running > paid));
  UPDATE interest SET
    paid = paid + p.part,
    posted = posted + iif(p.part > of_year + p.running, p.running, 0),
    start = iif(p.part > of_year + p.running, max(start, NEW.day + 1), start),
    capitalised = capitalised - iif(p.part > of_year + p.running, min(capitalised, p.part - of_year - p.running), 0),
    of_year = iif(p.part > of_year + p.running, 0, of_year - p.part)
  FROM (SELECT n, running, max(0, min(posted + running - paid, (SELECT rest FROM purse) - coalesce(sum(posted + running - paid) OVER
      (ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))) AS part
    FROM account WHERE contract = NEW.contract AND last IS NULL AND posted + running > paid) AS p
  WHERE interest.n = p.n AND p.part > 0;
  UPDATE purse SET rest = rest - taken;
END;

CREATE TRIGGER principal_is_paid INSTEAD OF INSERT ON pay_principal BEGIN
  UPDATE purse SET taken = min(rest, (SELECT coalesce(sum(open), 0) FROM invoice WHERE contract = NEW.contract));
  UPDATE interest SET
    posted = posted + p.running, of_year = of_year + p.running, start = max(start, NEW.day + 1),
    principal = principal - p.part, last = iif(p.open = p.part, NEW.day, NULL)
  FROM (SELECT i.n, i.open, a.running, a.last, max(0, min(i.open, (SELECT rest FROM purse) - coalesce(sum(i.open) OVER
      (ORDER BY i.n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))) AS part
    FROM invoice i LEFT JOIN (SELECT * FROM account WHERE contract = NEW.contract) a ON a.n = i.n WHERE i.contract = NEW.contract AND i.open > 0) AS p
  WHERE interest.n = p.n AND p.part > 0;
  UPDATE invoice SET open = open - p.part, settled = iif(open = p.part, NEW.day, settled)
  FROM (SELECT n, max(0, min(open, (SELECT rest FROM purse) - coalesce(sum(open) OVER
      (ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))) AS part
    FROM invoice WHERE contract = NEW.contract AND open > 0) AS p
  WHERE invoice.n = p.n AND p.part > 0;
  UPDATE purse SET rest = rest - taken;
END;

-- --- Events -------------------------------------------------------------------------------------------------------------
CREATE TRIGGER event_comes AFTER INSERT ON event BEGIN
  INSERT OR IGNORE INTO contract (name) VALUES (NEW.contract);
  INSERT OR IGNORE INTO power (contract, lid) VALUES (NEW.contract, '2.1'), (NEW.contract, '3.1');
  INSERT INTO clock VALUES (NEW.contract, NEW.day);
  INSERT INTO act VALUES (NEW.n, NEW.contract, NEW.day, NEW.type, NEW.id, NEW.invoice, NEW.about, NEW.cents, NEW.term);
END;

CREATE TRIGGER agreement INSTEAD OF INSERT ON act WHEN NEW.type = 'overeenkomst gesloten' BEGIN
  UPDATE contract SET started = NEW.day WHERE name = NEW.contract;
END;
CREATE TRIGGER invoice_sent INSTEAD OF INSERT ON act WHEN NEW.type = 'factuur verzonden' BEGIN
  INSERT INTO invoice (contract, key, sent, due, open) VALUES (NEW.contract, NEW.invoice, NEW.day, NEW.day + 14, NEW.cents);
END;
CREATE TRIGGER payment INSTEAD OF INSERT ON act WHEN NEW.type = 'betaling ontvangen' BEGIN
  UPDATE purse SET rest = NEW.cents;
  INSERT INTO pay_costs VALUES (NEW.contract, NEW.day);
  INSERT INTO pay_interest VALUES (NEW.contract, NEW.day);
  INSERT INTO pay_principal VALUES (NEW.contract, NEW.day);
  UPDATE contract SET credit = credit + (SELECT rest FROM purse) WHERE name = NEW.contract;
  INSERT INTO look_at_powers VALUES (NEW.contract, NEW.day);
END;
CREATE TRIGGER reminder INSTEAD OF INSERT ON act WHEN NEW.type = 'aanmaning verzonden' BEGIN
  UPDATE invoice SET reminded = min(coalesce(reminded, 99999), NEW.day + NEW.term + 1)
  WHERE contract = NEW.contract AND key = NEW.about;
END;
CREATE TRIGGER notice INSTEAD OF INSERT ON act WHEN NEW.type = 'ingebrekestelling verzonden' BEGIN
  UPDATE invoice SET noticed = min(coalesce(noticed, 99999), NEW.day + NEW.term + 1)
  WHERE contract = NEW.contract AND key = NEW.about;
END;
CREATE TRIGGER costs_made INSTEAD OF INSERT ON act WHEN NEW.type = 'kosten gemaakt' BEGIN
  INSERT INTO costs (contract, key, day, cents, open) VALUES (NEW.contract, NEW.id, NEW.day, NEW.cents, NEW.cents);
  UPDATE purse SET rest = (SELECT credit FROM contract WHERE name = NEW.contract);
  INSERT INTO pay_costs VALUES (NEW.contract, NEW.day);
  UPDATE contract SET credit = (SELECT rest FROM purse) WHERE name = NEW.contract;
END;
CREATE TRIGGER suspension INSTEAD OF INSERT ON act WHEN NEW.type = 'opschorting ingeroepen' BEGIN
  INSERT INTO exercise (contract, lid, key, day, valid)
    SELECT NEW.contract, '2.1', NEW.id, NEW.day, available FROM power WHERE contract = NEW.contract AND lid = '2.1';
  UPDATE contract SET suspended = coalesce(suspended, NEW.day)
  WHERE name = NEW.contract AND (SELECT available FROM power WHERE contract = NEW.contract AND lid = '2.1');
END;
CREATE TRIGGER dissolution INSTEAD OF INSERT ON act WHEN NEW.type = 'ontbinding ingeroepen' BEGIN
  INSERT INTO exercise (contract, lid, key, day, valid)
    SELECT NEW.contract, '3.1', NEW.id, NEW.day, available FROM power WHERE contract = NEW.contract AND lid = '3.1';
  UPDATE contract SET ended = NEW.day
  WHERE name = NEW.contract AND (SELECT available FROM power WHERE contract = NEW.contract AND lid = '3.1');
  UPDATE power SET used = 1, available = 0, since = NEW.day WHERE contract = NEW.contract AND lid = '3.1' AND available;
  INSERT INTO look_at_powers SELECT NEW.contract, NEW.day WHERE (SELECT ended FROM contract WHERE name = NEW.contract) = NEW.day;
END;
CREATE TRIGGER performance INSTEAD OF INSERT ON act WHEN NEW.type = 'werkzaamheden voltooid' BEGIN
  UPDATE contract SET performed = coalesce(performed, NEW.day) WHERE name = NEW.contract AND ended IS NULL;
END;

INSERT INTO event
  SELECT rowid, text ->> 'overeenkomst', CAST(julianday(text ->> 'op') - 2440587.5 AS INTEGER), text ->> 'gebeurtenis', text ->> 'id',
    text ->> 'factuur', coalesce(text ->> 'verplichting', text ->> 'tekortkoming'),
    CAST(round((text ->> 'bedrag') * 100) AS INTEGER), CAST(text ->> 'termijn' AS INTEGER)
  FROM line WHERE text ->> 'op' <= (SELECT date FROM asked) ORDER BY rowid;
INSERT INTO clock SELECT name, CAST(julianday((SELECT date FROM asked)) - 2440587.5 AS INTEGER) FROM contract;

-- --- Outcomes -----------------------------------------------------------------------------------------------------------
CREATE VIEW outcome AS
  SELECT contract, 1 AS part, n, '1.1' AS lid, 'betaling' AS name, 'plicht' AS kind, key,
    iif(settled IS NOT NULL, iif(settled > due, 'te-laat-nagekomen', 'nagekomen'), iif(late, 'geschonden', 'open')) AS status,
    1 AS client_owes, NULL AS amount, NULL AS open, sent AS "from", due, NULL AS "to",
    coalesce(settled, iif(late, due + 1, sent)) AS since
  FROM (SELECT *, due < (SELECT CAST(julianday(date) - 2440587.5 AS INTEGER) FROM asked) AS late FROM invoice)
  UNION ALL SELECT a.contract, 2, a.n, '1.2', 'rente', 'bedrag', i.key,
    iif(posted + running > 0 AND posted + running <= paid, 'voldaan', 'verschuldigd'), 1, posted + running,
    posted + running - paid, first, NULL, last, NULL FROM account a JOIN invoice i ON i.n = a.n
  UNION ALL SELECT contract, 3, n, '1.3', 'kosten', 'bedrag', key, iif(open > 0, 'verschuldigd', 'voldaan'), 1, cents, open, day,
    NULL, NULL, settled FROM costs
  UNION ALL SELECT contract, 4, 0, lid, iif(lid = '2.1', 'opschorten', 'ontbinden'), 'bevoegdheid', NULL,
    iif(used, 'uitgeoefend', iif(available, 'beschikbaar', 'vervallen')), 0, NULL, NULL, start, NULL,
    iif(used OR available, NULL, "end"), since FROM power WHERE start IS NOT NULL
  UNION ALL SELECT name, 5, 0, '2.2', 'leveren', 'plicht', NULL, iif(performed IS NOT NULL, 'nagekomen',
    iif(ended IS NOT NULL, 'vervallen', iif(suspended IS NOT NULL, 'opgeschort', 'open'))), 0, NULL, NULL, started, NULL, NULL,
    coalesce(performed, ended, suspended, started) FROM contract
  UNION ALL SELECT contract, 6, n, lid, iif(lid = '2.1', 'opschorten', 'ontbinden'), 'uitoefening', key,
    iif(valid, 'geldig', 'ongeldig'), 0, NULL, NULL, NULL, NULL, NULL, day FROM exercise;

CREATE TABLE written AS
  SELECT contract, part, n, json_patch('{}', json_object('lid', 'betaling:' || lid, 'naam', name, 'soort', kind, 'sleutel', key,
    'status', status, 'drager', iif(client_owes, 'Opdrachtgever', 'Opdrachtnemer'),
    'jegens', iif(client_owes, 'Opdrachtnemer', 'Opdrachtgever'),
    'bedrag', printf('%d.%02d', amount / 100, amount % 100), 'open', printf('%d.%02d', open / 100, open % 100),
    'vanaf', date("from" * 86400, 'unixepoch'), 'uiterlijk', date(due * 86400, 'unixepoch'),
    'tot', date("to" * 86400, 'unixepoch'), 'sinds', date(since * 86400, 'unixepoch'))) AS text, amount IS NULL AS bare
  FROM outcome;
UPDATE written SET text = json_remove(text, '$.bedrag', '$.open') WHERE bare;
CREATE INDEX written_contract ON written (contract, part, n);
