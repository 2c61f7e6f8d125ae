#!/bin/sh
# The payment clause in SQL.   betaling.sh IN UIT PEILDATUM RENTETABEL
set -eu
here=$(dirname "$0")
sqlite3 :memory: <<END
.mode ascii
.separator "\037" "\n"
CREATE TABLE line (text TEXT);
.import '$1' line
.mode csv
CREATE TABLE rate_row (from_day TEXT, percentage TEXT, source TEXT);
.import --skip 1 '$4' rate_row
CREATE TABLE asked AS SELECT '$3' AS date;
.read '$here/betaling.sql'
.mode list
.output '$2'
SELECT json_object('overeenkomst', name, 'uitkomsten', (SELECT json_group_array(json(text)) FROM
  (SELECT text FROM written WHERE contract = contract.name ORDER BY part, n))) FROM contract ORDER BY rowid;
END
