#include "timeline/messages.h"

#include "base/text.h"

namespace beding::messages {
namespace {

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string result;
  for (const std::string& part : parts) {
    if (!result.empty()) result += separator;
    result += part;
  }
  return result;
}

std::string quotedList(const std::vector<std::string>& parts, std::string_view separator) {
  std::vector<std::string> all;
  for (const std::string& part : parts) all.push_back(quoted(part));
  return joined(all, separator);
}

/// "; bedoelde u ...?" when something known is near, else the alternative.
std::string meant(std::string_view name, const std::vector<std::string>& known, std::string_view otherwise) {
  const std::vector<std::string> near = nearest(name, known);
  return near.empty() ? "; " + std::string(otherwise) : "; bedoelde u " + quotedList(near, " of ") + "?";
}

std::string expectedOf(Type type) {
  switch (type) {
    case Type::money:
      return "een bedrag: een tekst met een punt (\"1210.00\") of een geheel aantal euro's (1210)";
    case Type::date:
      return "een dag: \"JJJJ-MM-DD\"";
    case Type::instant:
      return "een dag of tijdstip: \"JJJJ-MM-DD\" of \"JJJJ-MM-DDTuu:mm\", zo nodig met \"+02:00\"";
    case Type::duration:
      return "een duur: \"14 dagen\", \"1 maand\", \"10 werkdagen\", \"48 uur\" of \"onbepaald\"";
    case Type::percentage:
      return "een percentage als tekst: \"5%\" of \"10.15\"";
    case Type::number:
      return "een getal als tekst met een punt: \"37.5\"";
    case Type::text:
      return "een tekst";
    case Type::truth:
      return "true, false, \"ja\", \"nee\" of \"onbekend\"";
    case Type::party:
      return "een partij: \"Opdrachtnemer\", \"Opdrachtgever\" of de naam van een derde";
    case Type::form:
      return "een vorm, zoals \"brief\", \"aangetekend\" of \"email\"";
    case Type::reference:
      return "het kenmerk van een exemplaar als tekst, zoals \"F1\", of een lijst daarvan";
    case Type::list:
      return "een lijst van teksten: [\"a\", \"b\"]";
    case Type::period:
      return "een periode: \"2026-06\", \"2026-W23\" of \"2026-06-01/2026-06-30\"";
  }
  return {};
}

}  // namespace

std::string truncatedJson(std::string_view where) {
  return "deze regel is halve JSON: " + std::string(where) +
         "; verwacht wordt één volledig object op één regel, zoals "
         "{\"op\":\"2025-03-01\",\"gebeurtenis\":\"factuur verzonden\"}; maak de regel af of laat hem weg";
}

std::string unexpectedJson(std::string_view character, std::size_t column, std::string_view hint) {
  return "deze regel is geen JSON: onverwacht teken " + quoted(character) + " op plaats " + std::to_string(column) +
         "; " + std::string(hint);
}

std::string notUtf8(std::size_t column) {
  return "teken " + std::to_string(column) +
         " van deze regel is geen UTF-8; sla het bestand op als UTF-8 en probeer het opnieuw";
}

std::string notAnObject() {
  return "deze regel is geen JSON-object; verwacht wordt één gebeurtenis tussen { en }, met ten minste \"op\" en "
         "\"gebeurtenis\"";
}

std::string jsonArray() {
  return "de tijdlijn begint met [; verwacht wordt JSON Lines: één object per regel, zonder [ ] eromheen en zonder "
         "komma's ertussen";
}

std::string nestedValue(std::string_view field) {
  return "de waarde van " + quoted(field) +
         " is een object of een lijst in een lijst; verwacht wordt één waarde, of een lijst van teksten";
}

std::string duplicateField(std::string_view field) {
  return "het veld " + quoted(field) + " staat twee keer op deze regel; laat er één staan, of maak er een lijst van";
}

std::string neitherJsonNorCsv() {
  return "de eerste regel is geen JSON en geen CSV-kop; verwacht wordt een JSON-object per regel, zoals "
         "{\"op\":\"2025-03-01\",\"gebeurtenis\":\"factuur verzonden\"}, of een CSV-kop met de kolommen op en "
         "gebeurtenis";
}

std::string csvHeaderLacks(std::string_view column) {
  return "de kolom " + quoted(column) + " ontbreekt in de CSV-kop; elke gebeurtenis heeft \"op\" en \"gebeurtenis\"";
}

std::string duplicateColumn(std::string_view column) {
  return "de kolom " + quoted(column) + " staat twee keer in de CSV-kop; geef elke kolom een eigen naam";
}

std::string csvCells(std::size_t expected, std::size_t found) {
  return "deze regel heeft " + std::to_string(found) + " cellen en de kop " + std::to_string(expected) +
         "; zet een waarde waarin het scheidingsteken voorkomt tussen dubbele aanhalingstekens";
}

std::string csvOpenQuote() {
  return "een cel die met een aanhalingsteken begint, wordt niet gesloten; zet er een aanhalingsteken achter, en "
         "schrijf "
         "een aanhalingsteken in de cel zelf dubbel";
}

std::string missingField(std::string_view field) {
  if (field == "op")
    return "\"op\" ontbreekt; verwacht wordt wanneer het gebeurde: \"JJJJ-MM-DD\" of \"JJJJ-MM-DDTuu:mm\"";
  if (field == "gebeurtenis") return "\"gebeurtenis\" ontbreekt; verwacht wordt de naam van een gebeurtenistype";
  return quoted(field) + " ontbreekt; een oordeel noemt de vraag (\"norm\") en het antwoord (\"uitkomst\")";
}

std::string unknownEventType(std::string_view name, const std::vector<std::string>& known) {
  return "onbekende gebeurtenis " + quoted(name) +
         meant(name, known, "de bekende namen staan in het vocabulaire (`beding schema tijdlijn`)");
}

std::string unknownAttribute(std::string_view name, std::string_view event, const std::vector<std::string>& known) {
  const std::string otherwise =
      known.empty() ? "deze gebeurtenis heeft geen attributen" : "verwacht wordt een van: " + joined(known, ", ");
  return "onbekend attribuut " + quoted(name) + " bij " + quoted(event) + meant(name, known, otherwise);
}

std::string missingAttribute(const Attribute& attribute, std::string_view event) {
  return "bij " + quoted(event) + " ontbreekt het verplichte attribuut " + quoted(attribute.name) +
         "; verwacht wordt " + expectation(attribute);
}

std::string differsFromOp(std::string_view field) {
  return quoted(field) + " is hier het moment van de gebeurtenis zelf en wijkt af van \"op\"; laat " + quoted(field) +
         " weg of verbeter \"op\"";
}

std::string badMoment(std::string_view text, MomentError error) {
  switch (error) {
    case MomentError::noSuchDate:
      return quoted(text) + " bestaat niet: die dag of dat uur komt niet voor; verbeter de datum";
    case MomentError::nonexistentLocalTime:
      return quoted(text) +
             " bestaat niet: de klok gaat dan een uur vooruit; verbeter de tijd of schrijf er de afstand "
             "tot UTC bij, zoals \"+02:00\"";
    case MomentError::ambiguousLocalTime:
      return quoted(text) +
             " komt twee keer voor: de klok gaat dan een uur terug; schrijf er \"+02:00\" (zomertijd) of "
             "\"+01:00\" (wintertijd) achter";
    case MomentError::malformed:
      break;
  }
  return quoted(text) +
         " is geen dag of tijdstip; verwacht wordt \"JJJJ-MM-DD\" of \"JJJJ-MM-DDTuu:mm\", zo nodig met "
         "seconden en \"+02:00\"";
}

std::string fieldNotText(std::string_view field) {
  return "de waarde van " + quoted(field) + " is geen tekst; zet haar tussen aanhalingstekens";
}

std::string expectation(const Attribute& attribute) {
  if (!attribute.choices.empty()) return "een van: " + joined(attribute.choices, ", ");
  std::string result = expectedOf(attribute.type);
  for (const Type type : attribute.otherTypes) result += ", of " + expectedOf(type);
  return result;
}

std::string wrongValue(const Attribute& attribute, std::string_view event, std::string_view what) {
  return quoted(attribute.name) + " bij " + quoted(event) + ": " + std::string(what) + "; verwacht wordt " +
         expectation(attribute);
}

std::string floatMoney(std::string_view written) {
  return std::string(written) + " is een JSON-kommagetal en dus niet exact; zet het tussen aanhalingstekens";
}

std::string notAmong(std::string_view written, const std::vector<std::string>& choices) {
  return quoted(written) + " is hier geen bekende waarde" + meant(written, choices, "kies uit de lijst");
}

std::string shown(const Field& field) {
  std::vector<std::string> parts;
  for (const Scalar& value : field.values)
    parts.push_back(value.kind == ScalarKind::text ? quoted(value.text) : value.text);
  return field.isList ? "[" + joined(parts, ", ") + "]" : joined(parts, ", ");
}

std::string badJudgement(const Field& outcome) {
  return "de uitkomst " + shown(outcome) +
         " is geen antwoord; verwacht wordt \"ja\", \"nee\" of \"onbekend\", een dag (\"2025-03-01\"), een duur (\"14 "
         "dagen\"), of een getal of bedrag als tekst (\"1500.00\")";
}

std::string duplicateId(std::string_view id, std::uint32_t firstLine) {
  return "het id " + quoted(id) + " staat ook op regel " + std::to_string(firstLine) +
         "; geef elke regel een eigen id, of schrijf \"corrigeert\" om de eerdere te vervangen";
}

std::string unknownTarget(std::string_view field, std::string_view id, const std::vector<std::string>& known) {
  return quoted(field) + " noemt " + quoted(id) + ", en geen regel heeft dat id" +
         meant(id, known, "verwacht wordt het id van een andere regel, of # met haar regelnummer");
}

std::string targetIsWithdrawal(std::string_view field, std::string_view id, std::uint32_t line) {
  return quoted(field) + " noemt " + quoted(id) + ", maar regel " + std::to_string(line) +
         " trekt zelf een gebeurtenis in; laat die regel weg, of leg de gebeurtenis opnieuw vast";
}

std::string correctsAndWithdraws() {
  return "deze regel heeft zowel \"corrigeert\" als \"vervalt\"; een regel vervangt een gebeurtenis of trekt haar in, "
         "niet beide";
}

std::string correctionCycle(const std::vector<std::string>& ids) {
  return "deze regels corrigeren elkaar in een kring: " + joined(ids, " → ") +
         "; laat de oudste regel niets corrigeren";
}

std::string unknownContract(std::string_view contract, const std::vector<std::string>& known) {
  return "geen regel gaat over de overeenkomst " + quoted(contract) +
         meant(contract, known,
               known.empty() ? "geen regel noemt een overeenkomst" : "wel over: " + joined(known, ", "));
}

std::string contractNotNamed(const std::vector<std::string>& contracts) {
  return "deze regel noemt geen \"overeenkomst\", en de tijdlijn gaat over meer dan één (" + joined(contracts, ", ") +
         "); zet erbij over welke zij gaat";
}

}  // namespace beding::messages
