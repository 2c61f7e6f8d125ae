#include "timeline/messages.h"

#include "base/text.h"

namespace beding::messages {
namespace {

std::string quoted(std::string_view text) { return inQuotes(shortened(text)); }

std::string listed(const std::vector<std::string>& parts, std::string_view separator) {
  std::string result;
  for (const std::string& part : parts) {
    if (!result.empty()) result += separator;
    result += part;
  }
  return result;
}

/// "; bedoelde u ...?" when something known is near, else the alternative.
Wording meant(std::string_view name, const std::vector<std::string>& known, const Wording& otherwise) {
  std::vector<Wording> near;
  for (const std::string& each : nearest(name, known)) near.emplace_back(quoted(each));
  if (near.empty()) return "; " + otherwise;
  return worded({"; bedoelde u {0}?", "; did you mean {0}?"}, {joined(near, Phrasing(" of ", " or "))});
}

Phrasing expectedOf(Type type) {
  switch (type) {
    case Type::money:
      return {"een bedrag: een tekst met een punt (\"1210.00\") of een geheel aantal euro's (1210)",
              "an amount: a text with a point (\"1210.00\") or a whole number of euros (1210)"};
    case Type::date:
      return {"een dag: \"JJJJ-MM-DD\"", "a day: \"YYYY-MM-DD\""};
    case Type::instant:
      return {"een dag of tijdstip: \"JJJJ-MM-DD\" of \"JJJJ-MM-DDTuu:mm\", zo nodig met \"+02:00\"",
              "a day or a time: \"YYYY-MM-DD\" or \"YYYY-MM-DDThh:mm\", if need be with \"+02:00\""};
    case Type::duration:
      return {"een duur: \"14 dagen\", \"1 maand\", \"10 werkdagen\", \"48 uur\" of \"onbepaald\"",
              "a duration: \"14 dagen\", \"1 maand\", \"10 werkdagen\", \"48 uur\" or \"onbepaald\""};
    case Type::percentage:
      return {"een percentage als tekst: \"5%\" of \"10.15\"", "a percentage as text: \"5%\" or \"10.15\""};
    case Type::number:
      return {"een getal als tekst met een punt: \"37.5\"", "a number as text with a point: \"37.5\""};
    case Type::text:
      return {"een tekst", "a text"};
    case Type::truth:
      return {"true, false, \"ja\", \"nee\" of \"onbekend\"", "true, false, \"ja\", \"nee\" or \"onbekend\""};
    case Type::party:
      return {"een partij: \"Opdrachtnemer\", \"Opdrachtgever\" of de naam van een derde",
              "a party: \"Opdrachtnemer\", \"Opdrachtgever\" or the name of a third party"};
    case Type::form:
      return {"een vorm, zoals \"brief\", \"aangetekend\" of \"email\"",
              "a form, such as \"brief\", \"aangetekend\" or \"email\""};
    case Type::reference:
      return {"het kenmerk van een exemplaar als tekst, zoals \"F1\", of een lijst daarvan",
              "the key of an instance as text, such as \"F1\", or a list of keys"};
    case Type::list:
      return {"een lijst van teksten: [\"a\", \"b\"]", "a list of texts: [\"a\", \"b\"]"};
    case Type::period:
      return {"een periode: \"2026-06\", \"2026-W23\" of \"2026-06-01/2026-06-30\"",
              "a period: \"2026-06\", \"2026-W23\" or \"2026-06-01/2026-06-30\""};
  }
  return {"", ""};
}

}  // namespace

Wording truncatedJson(const Wording& where) {
  return worded({"deze regel is halve JSON: {0}; verwacht wordt één volledig object op één regel, zoals "
                 "{\"op\":\"2025-03-01\",\"gebeurtenis\":\"factuur verzonden\"}; maak de regel af of laat hem weg",
                 "this line is half of a JSON object: {0}; one whole object on one line is expected, such as "
                 "{\"op\":\"2025-03-01\",\"gebeurtenis\":\"factuur verzonden\"}; finish the line or leave it out"},
                {where});
}

Wording unexpectedJson(std::string_view character, std::size_t column, const Wording& hint) {
  return worded({"deze regel is geen JSON: onverwacht teken {0} op plaats {1}; {2}",
                 "this line is not JSON: unexpected character {0} at place {1}; {2}"},
                {quoted(character), std::to_string(column), hint});
}

Wording notUtf8(std::size_t column) {
  return worded({"teken {0} van deze regel is geen UTF-8; sla het bestand op als UTF-8 en probeer het opnieuw",
                 "character {0} of this line is not UTF-8; save the file as UTF-8 and try again"},
                {std::to_string(column)});
}

Wording notAnObject() {
  return Phrasing(
      "deze regel is geen JSON-object; verwacht wordt één gebeurtenis tussen { en }, met ten minste \"op\" "
      "en \"gebeurtenis\"",
      "this line is not a JSON object; one event between { and } is expected, with at least \"op\" and "
      "\"gebeurtenis\"");
}

Wording jsonArray() {
  return Phrasing(
      "de tijdlijn begint met [; verwacht wordt JSON Lines: één object per regel, zonder [ ] eromheen en "
      "zonder komma's ertussen",
      "the timeline begins with [; JSON Lines is expected: one object per line, without [ ] around them "
      "and without commas between them");
}

Wording nestedValue(std::string_view field) {
  return worded(
      {"de waarde van {0} is een object of een lijst in een lijst; verwacht wordt één waarde, of een lijst van "
       "teksten",
       "the value of {0} is an object or a list in a list; one value is expected, or a list of texts"},
      {quoted(field)});
}

Wording duplicateField(std::string_view field) {
  return worded({"het veld {0} staat twee keer op deze regel; laat er één staan, of maak er een lijst van",
                 "the field {0} stands twice on this line; keep one, or make it a list"},
                {quoted(field)});
}

Wording neitherJsonNorCsv() {
  return Phrasing(
      "de eerste regel is geen JSON en geen CSV-kop; verwacht wordt een JSON-object per regel, zoals "
      "{\"op\":\"2025-03-01\",\"gebeurtenis\":\"factuur verzonden\"}, of een CSV-kop met de kolommen op en "
      "gebeurtenis",
      "the first line is neither JSON nor a CSV header; a JSON object per line is expected, such as "
      "{\"op\":\"2025-03-01\",\"gebeurtenis\":\"factuur verzonden\"}, or a CSV header with the columns op and "
      "gebeurtenis");
}

Wording csvHeaderLacks(std::string_view column) {
  return worded({"de kolom {0} ontbreekt in de CSV-kop; elke gebeurtenis heeft \"op\" en \"gebeurtenis\"",
                 "the column {0} is missing in the CSV header; every event has \"op\" and \"gebeurtenis\""},
                {quoted(column)});
}

Wording duplicateColumn(std::string_view column) {
  return worded({"de kolom {0} staat twee keer in de CSV-kop; geef elke kolom een eigen naam",
                 "the column {0} stands twice in the CSV header; give every column a name of its own"},
                {quoted(column)});
}

Wording csvCells(std::size_t expected, std::size_t found) {
  return worded({"deze regel heeft {0} cellen en de kop {1}; zet een waarde waarin het scheidingsteken voorkomt tussen "
                 "dubbele aanhalingstekens",
                 "this line has {0} cells and the header {1}; put a value that holds the separator between double "
                 "quotes"},
                {std::to_string(found), std::to_string(expected)});
}

Wording csvOpenQuote() {
  return Phrasing(
      "een cel die met een aanhalingsteken begint, wordt niet gesloten; zet er een aanhalingsteken achter, "
      "en schrijf een aanhalingsteken in de cel zelf dubbel",
      "a cell that begins with a quote is not closed; put a quote behind it, and double a quote within the "
      "cell itself");
}

Wording looseReturn() {
  return Phrasing(
      "deze regel heeft een regeleinde dat alleen een CR is; sla het bestand op met gewone regeleinden (LF of "
      "CR LF)",
      "this line has a line end that is a CR only; save the file with usual line ends (LF or CR LF)");
}

Wording missingField(std::string_view field) {
  if (field == "op")
    return Phrasing("\"op\" ontbreekt; verwacht wordt wanneer het gebeurde: \"JJJJ-MM-DD\" of \"JJJJ-MM-DDTuu:mm\"",
                    "\"op\" is missing; when it happened is expected: \"YYYY-MM-DD\" or \"YYYY-MM-DDThh:mm\"");
  if (field == "gebeurtenis")
    return Phrasing("\"gebeurtenis\" ontbreekt; verwacht wordt de naam van een gebeurtenistype",
                    "\"gebeurtenis\" is missing; the name of an event type is expected");
  return worded({"{0} ontbreekt; een oordeel noemt de vraag (\"norm\") en het antwoord (\"uitkomst\")",
                 "{0} is missing; a judgement names the question (\"norm\") and the answer (\"uitkomst\")"},
                {quoted(field)});
}

Wording unknownEventType(std::string_view name, const std::vector<std::string>& known) {
  return worded({"onbekende gebeurtenis {0}", "unknown event {0}"}, {quoted(name)}) +
         meant(name, known,
               Phrasing("de bekende namen staan in het vocabulaire (`beding schema tijdlijn`)",
                        "the known names are in the vocabulary (`beding schema tijdlijn`)"));
}

Wording unknownAttribute(std::string_view name, std::string_view event, const std::vector<std::string>& known) {
  const Wording otherwise =
      known.empty() ? Wording(Phrasing("deze gebeurtenis heeft geen attributen", "this event has no attributes"))
                    : worded({"verwacht wordt een van: {0}", "one of these is expected: {0}"}, {listed(known, ", ")});
  return worded({"onbekend attribuut {0} bij {1}", "unknown attribute {0} of {1}"}, {quoted(name), quoted(event)}) +
         meant(name, known, otherwise);
}

Wording missingAttribute(const Attribute& attribute, std::string_view event) {
  return worded({"bij {0} ontbreekt het verplichte attribuut {1}; verwacht wordt {2}",
                 "{0} lacks the required attribute {1}; expected is {2}"},
                {quoted(event), quoted(attribute.name), expectation(attribute)});
}

Wording differsFromOp(std::string_view field) {
  return worded(
      {"{0} is hier het moment van de gebeurtenis zelf en wijkt af van \"op\"; laat {0} weg of verbeter \"op\"",
       "{0} is the moment of the event itself here and differs from \"op\"; leave {0} out or mend \"op\""},
      {quoted(field)});
}

Wording badMoment(std::string_view text, MomentError error) {
  const std::vector<Wording> written = {quoted(text)};
  switch (error) {
    case MomentError::noSuchDate:
      return worded({"{0} bestaat niet: die dag of dat uur komt niet voor; verbeter de datum",
                     "{0} does not exist: there is no such day or hour; mend the date"},
                    written);
    case MomentError::nonexistentLocalTime:
      return worded({"{0} bestaat niet: de klok gaat dan een uur vooruit; verbeter de tijd of schrijf er de afstand "
                     "tot UTC bij, zoals \"+02:00\"",
                     "{0} does not exist: the clock goes forward an hour; mend the time or write its distance to UTC, "
                     "such as \"+02:00\""},
                    written);
    case MomentError::ambiguousLocalTime:
      return worded({"{0} komt twee keer voor: de klok gaat dan een uur terug; schrijf er \"+02:00\" (zomertijd) of "
                     "\"+01:00\" (wintertijd) achter",
                     "{0} occurs twice: the clock goes back an hour; write \"+02:00\" (summer time) or \"+01:00\" "
                     "(winter time) behind it"},
                    written);
    case MomentError::malformed:
      break;
  }
  return worded({"{0} is geen dag of tijdstip; verwacht wordt \"JJJJ-MM-DD\" of \"JJJJ-MM-DDTuu:mm\", zo nodig met "
                 "seconden en \"+02:00\"",
                 "{0} is no day or time; \"YYYY-MM-DD\" or \"YYYY-MM-DDThh:mm\" is expected, if need be with seconds "
                 "and \"+02:00\""},
                written);
}

Wording fieldNotText(std::string_view field) {
  return worded({"de waarde van {0} is geen tekst; zet haar tussen aanhalingstekens",
                 "the value of {0} is no text; put it in quotes"},
                {quoted(field)});
}

Wording expectation(const Attribute& attribute) {
  if (!attribute.choices.empty()) return worded({"een van: {0}", "one of: {0}"}, {listed(attribute.choices, ", ")});
  Wording result = expectedOf(attribute.type);
  for (const Type type : attribute.otherTypes) result = result + Phrasing(", of ", ", or ") + expectedOf(type);
  return result;
}

Wording wrongValue(const Attribute& attribute, std::string_view event, const Wording& what) {
  return worded({"{0} bij {1}: {2}; verwacht wordt {3}", "{0} of {1}: {2}; expected is {3}"},
                {quoted(attribute.name), quoted(event), what, expectation(attribute)});
}

Wording floatMoney(std::string_view written) {
  return worded({"{0} is een JSON-kommagetal en dus niet exact; zet het tussen aanhalingstekens",
                 "{0} is a JSON number with a point and so not exact; put it in quotes"},
                {shortened(written)});
}

Wording notAmong(std::string_view written, const std::vector<std::string>& choices) {
  return worded({"{0} is hier geen bekende waarde", "{0} is no known value here"}, {quoted(written)}) +
         meant(written, choices, Phrasing("kies uit de lijst", "choose from the list"));
}

Wording somethingElse(std::string_view written) {
  return worded({"{0} is iets anders", "{0} is something else"}, {std::string(written)});
}

Wording writtenInDutch(std::string_view written, std::string_view decimal) {
  return worded({"{0} is op z'n Nederlands geschreven; schrijf {1}", "{0} is written the Dutch way; write {1}"},
                {std::string(written), quoted(decimal)});
}

Wording notWholeCents(std::string_view written) {
  return worded({"{0} is niet in hele centen: een bedrag heeft hoogstens twee decimalen",
                 "{0} is not in whole cents: an amount has at most two decimals"},
                {std::string(written)});
}

Wording pointOfThousands(std::string_view written, std::string_view thousands) {
  return notWholeCents(written) + worded({"; rond het af op centen, of schrijf {0} als de punt duizendtallen scheidt",
                                          "; round it to cents, or write {0} if the point separates thousands"},
                                         {quoted(thousands)});
}

Wording unknownParty(std::string_view written, std::string_view closest) {
  return worded({"{0} is geen bekende partij; bedoelde u {1}?", "{0} is no known party; did you mean {1}?"},
                {quoted(written), quoted(closest)});
}

Wording isList(std::string_view written) {
  return worded({"{0} is een lijst", "{0} is a list"}, {std::string(written)});
}

Wording otherValue() { return Phrasing("de waarde is iets anders", "the value is something else"); }

std::string shown(const Field& field) {
  std::vector<std::string> parts;
  for (const Scalar& value : field.values)
    parts.push_back(value.kind == ScalarKind::text ? quoted(value.text) : shortened(value.text));
  return field.isList ? shortened("[" + listed(parts, ", ") + "]") : listed(parts, ", ");
}

Wording badJudgement(const Field& outcome) {
  return worded({"de uitkomst {0} is geen antwoord; verwacht wordt \"ja\", \"nee\" of \"onbekend\", een dag "
                 "(\"2025-03-01\"), een duur (\"14 dagen\"), of een getal of bedrag als tekst (\"1500.00\")",
                 "the outcome {0} is no answer; \"ja\", \"nee\" or \"onbekend\" is expected, a day (\"2025-03-01\"), a "
                 "duration (\"14 dagen\"), or a number or amount as text (\"1500.00\")"},
                {shown(outcome)});
}

Wording duplicateId(std::string_view id, std::uint32_t firstLine) {
  return worded({"het id {0} staat ook op regel {1}; geef elke regel een eigen id, of schrijf \"corrigeert\" om de "
                 "eerdere te vervangen",
                 "the id {0} also stands on line {1}; give every line an id of its own, or write \"corrigeert\" to "
                 "replace the earlier one"},
                {quoted(id), std::to_string(firstLine)});
}

Wording unknownTarget(std::string_view field, std::string_view id, const std::vector<std::string>& known) {
  return worded({"{0} noemt {1}, en geen regel heeft dat id", "{0} names {1}, and no line has that id"},
                {quoted(field), quoted(id)}) +
         meant(id, known,
               Phrasing("verwacht wordt het id van een andere regel, of # met haar regelnummer",
                        "the id of another line is expected, or # with its number"));
}

Wording targetIsWithdrawal(std::string_view field, std::string_view id, std::uint32_t line) {
  return worded({"{0} noemt {1}, maar regel {2} trekt zelf een gebeurtenis in; laat die regel weg, of leg de "
                 "gebeurtenis opnieuw vast",
                 "{0} names {1}, but line {2} withdraws an event itself; leave that line out, or record the event "
                 "again"},
                {quoted(field), quoted(id), std::to_string(line)});
}

Wording correctsAndWithdraws() {
  return Phrasing(
      "deze regel heeft zowel \"corrigeert\" als \"vervalt\"; een regel vervangt een gebeurtenis of trekt "
      "haar in, niet beide",
      "this line has both \"corrigeert\" and \"vervalt\"; a line replaces an event or withdraws it, not "
      "both");
}

Wording correctionCycle(const std::vector<std::string>& ids) {
  return worded({"deze regels corrigeren elkaar in een kring: {0}; laat de oudste regel niets corrigeren",
                 "these lines correct each other in a circle: {0}; let the oldest line correct nothing"},
                {listed(ids, " → ")});
}

Wording unknownContract(std::string_view contract, const std::vector<std::string>& known) {
  const Wording otherwise =
      known.empty() ? Wording(Phrasing("geen regel noemt een overeenkomst", "no line names a contract (overeenkomst)"))
                    : worded({"wel over: {0}", "there are lines about: {0}"}, {listed(known, ", ")});
  return worded({"geen regel gaat over de overeenkomst {0}", "no line is about the contract {0}"}, {quoted(contract)}) +
         meant(contract, known, otherwise);
}

Wording contractNotNamed(const std::vector<std::string>& contracts) {
  return worded({"deze regel noemt geen \"overeenkomst\", en de tijdlijn gaat over meer dan één ({0}); zet erbij over "
                 "welke zij gaat",
                 "this line names no \"overeenkomst\", and the timeline is about more than one ({0}); add which one it "
                 "is about"},
                {listed(contracts, ", ")});
}

Wording contractNotNamed() {
  return Phrasing(
      "deze regel noemt geen \"overeenkomst\", en het bestand gaat over meer dan één; zet erbij over welke zij "
      "gaat",
      "this line names no \"overeenkomst\", and the file is about more than one; add which one it is about");
}

Wording unknownInstance(std::string_view field, std::string_view event, std::string_view key,
                        const std::vector<std::string>& known) {
  return worded({"{0} van {1} noemt {2}, en niets op de tijdlijn heet zo",
                 "{0} of {1} names {2}, and nothing on the timeline is called that"},
                {quoted(field), quoted(event), quoted(key)}) +
         meant(
             key, known,
             Phrasing("schrijf het kenmerk of het id van een andere regel", "write the key or the id of another line"));
}

Wording unknownKey(std::string_view key, const std::vector<std::string>& known) {
  return worded({"niets in dit scenario heet {0}, en dus is er zo geen uitkomst",
                 "nothing in this scenario is called {0}, so there is no such outcome"},
                {quoted(key)}) +
         meant(key, known,
               Phrasing("schrijf het kenmerk of het id van een regel", "write the key or the id of a line"));
}

Wording unknownSubject(std::string_view key, const std::vector<std::string>& known) {
  return worded({"het oordeel gaat over {0}, en niets op de tijdlijn heet zo",
                 "the judgement is about {0}, and nothing on the timeline is called that"},
                {quoted(key)}) +
         meant(key, known,
               Phrasing("schrijf het kenmerk of het id van een andere regel, of laat \"onderwerp\" weg",
                        "write the key or the id of another line, or leave \"onderwerp\" out"));
}

Wording unknownTopic(std::string_view topic, const std::vector<std::string>& known) {
  return worded({"de afspraak over {0} verandert niets: dit document kent dat onderwerp niet",
                 "the agreement about {0} changes nothing: this document does not know that topic"},
                {quoted(topic)}) +
         meant(topic, known,
               Phrasing("\"over\" noemt een parameter of grootheid, of het label van een zin met «tenzij anders "
                        "overeengekomen»",
                        "\"over\" names a parameter or quantity, or the label of a sentence with «tenzij anders "
                        "overeengekomen»"));
}

Wording unknownQuestion(std::string_view norm, const std::vector<std::string>& known) {
  return worded({"het oordeel {0} beantwoordt geen open norm van dit document",
                 "the judgement {0} answers no open norm of this document"},
                {quoted(norm)}) +
         meant(norm, known,
               Phrasing("schrijf het id van een vraag, zoals zij in de uitkomsten staat",
                        "write the id of a question, as it stands in the outcomes"));
}

Wording unfitAnswer(std::string_view norm, Type wanted) {
  return worded({"het oordeel {0} telt niet; verwacht wordt {1}", "the judgement {0} does not count; expected is {1}"},
                {quoted(norm), expectedOf(wanted)});
}

Wording unfitAgreement(std::string_view topic, std::string_view value, Type wanted) {
  return worded({"de afspraak over {0} verandert niets: de waarde is {1}; verwacht wordt {2}",
                 "the agreement about {0} changes nothing: the value is {1}; expected is {2}"},
                {quoted(topic), quoted(value), expectedOf(wanted)});
}

Wording unknownRole(std::string_view field, std::string_view event, std::string_view written) {
  return worded({"{0} van {1} is {2}, en dat is geen partij bij de overeenkomst; schrijf \"Opdrachtnemer\", "
                 "\"Opdrachtgever\" of \"derde\"",
                 "{0} of {1} is {2}, and that is no party to the agreement; write \"Opdrachtnemer\", \"Opdrachtgever\" "
                 "or \"derde\""},
                {quoted(field), quoted(event), quoted(written)});
}

}  // namespace beding::messages
