// Every kind of message in English, in the order of the codes. Words of the language itself are quoted in Dutch.
#include "diagnostics/english.h"

#include <algorithm>
#include <array>

namespace beding {
namespace {

constexpr std::array kinds = {
    // --- Characters, words and statements
    EnglishKind{"B001", "these bytes are not UTF-8",
                "save the file as UTF-8 (in Word: Save as, plain text, Unicode UTF-8)"},
    EnglishKind{"B002", "this file has {0} characters; at most {1} are read",
                "divide the document over one file per article"},
    EnglishKind{"B003", "the character {0} has no meaning here", "remove it, or put the words around it in quotes"},
    EnglishKind{"B004", "text stands between straight double quotes, not curly or single ones", "write {0}"},
    EnglishKind{"B005", "a dash has no meaning in a sentence", "write a comma, or within a word a hyphen (-)"},
    EnglishKind{"B006", "this text is not closed on this line",
                "put a quote (\") behind the text; a text stands on one line"},
    EnglishKind{"B007", "a full stop is followed by a space",
                "put a space behind the full stop; write an abbreviation with full stops in full or in quotes"},
    EnglishKind{"B008", "there is no space between the number and \"{0}\"", "write {1}"},
    EnglishKind{"B010", "the full stop at the end of this sentence is missing", "put a full stop behind {0}"},
    EnglishKind{"B011", "a colon is missing here", "{0}"},
    EnglishKind{"B012", "{0} cannot stand here", "expected: {1}"},
    EnglishKind{"B013", "this parenthesis is not closed",
                "put a closing parenthesis behind the words that belong together"},
    EnglishKind{"B014", "this parenthesis closes nothing",
                "remove it, or put an opening parenthesis before the words that belong together"},
    EnglishKind{"B015", "« and » come in pairs, with words between them and no second pair inside",
                "write for instance «bezwaar tegen de factuur»"},
    EnglishKind{"B016", "parentheses are nested more than {0} deep here",
                "split the condition; name a part of it in a sentence of its own (a toestand)"},
    EnglishKind{"B017", "this sentence has {0} words and marks; at most {1} are read",
                "split the sentence; is a full stop missing?"},
    EnglishKind{"B018", "a label has at most three words; \"{0}\" has more", "choose a shorter label"},
    EnglishKind{"B019", "nothing stands behind \"{0}\"", "write the condition behind \"{0}\", or remove the word"},
    EnglishKind{"B020", "\"{0}\" stands between parentheses, but always belongs to the main clause",
                "make it a sentence of its own, or join the conditions with \"en\" and \"of\""},
    EnglishKind{"B021", "the item before {0} is not ended", "put a semicolon at the end of the item before it"},
    EnglishKind{"B022", "a text in quotes is missing here", "write {0}"},
    EnglishKind{"B023", "this sentence begins with \"{0}\" and has no main clause",
                "put a comma before the verb with which the main clause begins: Zodra de melding ontvangen is, moet "
                "Opdrachtnemer ..."},
    EnglishKind{"B030", "a number is missing behind \"{0}\"", "write for instance {0} 5 \"Titel\""},
    EnglishKind{"B031", "this lid stands under no artikel", "put a line above it, for instance: artikel 6 \"Titel\""},
    EnglishKind{"B032", "{0} stands only at the top of the file, and once",
                "move the heading to the first line, or remove it"},
    EnglishKind{"B033", "this heading has no name",
                "write for instance: voorwaarden vandeez \"Algemene voorwaarden\"."},
    EnglishKind{"B034", "the kwestie \"{0}\" does not say which reading is the standard",
                "end the kwestie with for instance: standaard {1}."},
    EnglishKind{"B035", "the kwestie \"{0}\" has no reading",
                "write below the kwestie for instance: lezing ruim: De termijn is 30 dagen."},
    EnglishKind{"B036", "{0} belongs in a kwestie",
                "begin with a line \"kwestie NAAM\", with the readings and the standard below it"},
    EnglishKind{"B037", "{0} belongs in a scenario",
                "put a line above it, for instance: scenario \"te laat betaald\":"},
    EnglishKind{"B038", "the name of a kwestie or lezing has at most four words",
                "choose a shorter name; a colon stands behind the name of a lezing"},
    EnglishKind{"B039", "the attribute \"{0}\" has no type", "write the type between parentheses: {0} ({1})"},
    EnglishKind{"B040", "this contract names no terms",
                "write behind the parties under which document it was concluded, for example: onder vandeez"},
    EnglishKind{"B041", "this list of conditions does not say whether one is enough or all must hold",
                "put «of» or «en» behind the last item but one"},
    EnglishKind{"B050", "the date {0} does not exist", "{1}"},
    EnglishKind{"B051", "the time {0} does not exist{1}", "choose another time"},
    EnglishKind{"B052", "the time {0} occurs twice that night, because the clock goes back",
                "write the difference with UTC behind it: +02:00 for the first time, +01:00 for the second"},
    EnglishKind{"B053", "a date with its year is expected here, not \"{0}\"",
                "write for instance 1 maart 2025, 2025-03-01 or 1 maart 2025 14:30"},
    EnglishKind{"B054", "\"{0}\" is no unit of time",
                "a term is given in uur, dagen, werkdagen, weken, maanden or jaar"},
    EnglishKind{"B055", "\"{0}\" and ({1}) are not the same number", "make the word and the figures agree"},
    EnglishKind{"B056", "a term is a whole number; \"{0}\" is not",
                "choose a smaller unit, for instance 18 maanden instead of 1,5 jaar"},
    EnglishKind{"B057", "\"{0}\" is not a number as Dutch writes it",
                "put full stops between groups of three figures and a comma before the decimals: 1.234,56"},
    EnglishKind{"B058", "the amount {0} has no currency", "write € {0}"},
    EnglishKind{"B099", "this file could not be read because of a defect in Beding ({0})",
                "report this, with the file"},

    // --- Names, phrases and types
    EnglishKind{"B101", "these words are no known phrase: «{0}»",
                "write a declared phrase, or declare it with handeling, toestand or ter beoordeling"},
    EnglishKind{
        "B102", "these words can be read in more than one way: as «{0}» or as «{1}»",
        "put what belongs together between « and », or give one of the phrases other words where it is declared"},
    EnglishKind{"B103", "which {0}? no {0} is open here",
                "open one with «voor elke {0}», or write «een {0}» or «alle {1}»"},
    EnglishKind{"B104", "«{0}» has been declared already", "keep one of the two, or give another name"},
    EnglishKind{"B105", "{0} is expected here, but this is {1}", "write {0}, or a name that stands for it"},
    EnglishKind{"B106", "unknown event: «{0}»", "write the name of a declared event (gebeurtenis)"},
    EnglishKind{"B107", "«{1}» has no attribute «{0}»", "use an attribute that is declared with the event"},
    EnglishKind{"B108", "this is no known value: «{0}»",
                "write an amount, a duration or a day, or the name of a parameter, grootheid or attribute"},
    EnglishKind{"B109", "there is no outcome «{0}»", "refer to a lid, and if need be a label, that exists"},
    EnglishKind{"B110", "«{0}» depends on itself: {1}",
                "break the circle: give one of the names a value that does not depend on the others"},
    EnglishKind{"B111", "unknown type of attribute: «{0}»",
                "choose from kenmerk, verwijzing, datum, tijdstip, duur, geld, getal, percentage, tekst, vorm, rol, "
                "partij, ja/nee, lijst, periode, keuze uit \"a\", \"b\""},
    EnglishKind{"B112", "unknown thing (zaak): «{0}»", "declare it with «zaak {0} ontstaat bij ...»"},
    EnglishKind{"B113", "«{0}» is not built in",
                "only stdlib/ binds built-in words; declare a parameter, grootheid or toestand here"},
    EnglishKind{"B114", "unknown library: «{0}»", "write the name of a folder or file of stdlib behind «gebruikt»"},
    EnglishKind{"B115", "«{0}» names other things than «{1}»",
                "name the same things in the same order in every form of an act"},
    EnglishKind{"B116", "{0} after what?", "say from when the duration counts: «{0} na ...»"},
    EnglishKind{"B117", "«{0}» is more than one, and one {1} is expected here",
                "write «alle {2}», «geen {1}» or «een {1}» in a condition, and «de {1}» after «voor elke {1}»"},
    EnglishKind{"B118", "«{0}» is nothing that is known of a {1}",
                "declare it, for instance with «toestand een {1} is ... zodra ...» or ter beoordeling"},
    EnglishKind{"B119", "between these marks stands not exactly one phrase: «{0}»",
                "put « and » around all words of one declared phrase, or leave them out"},
    EnglishKind{"B120", "«{0}» and «{1}» each say what «{2}» is, and nothing says which goes before",
                "put into the contract for example: Bij strijd gaat {1} voor {0}."},
    EnglishKind{"B121", "no document under this contract knows a value «{0}»",
                "name a value of one of the documents, or put a new value into a lid of the contract itself"},
    EnglishKind{"B122", "there are no terms «{0}»",
                "write behind «onder» a shipped document, or a file or folder beside the contract"},
    EnglishKind{"B123", "this ranking does not name two documents of the contract behind «gaat»",
                "write: Bij strijd gaat A voor B; the documents are: {0}"},
    EnglishKind{"B124", "«{0}» goes before «{1}»: this value of «{2}» has no effect",
                "leave it out, or change the ranking"},
    EnglishKind{"B125", "«{0}» is no role", "write Opdrachtnemer or Opdrachtgever, with the name behind it"},

    // --- Norms and the rule graph
    EnglishKind{"B201", "this sentence has no form that Beding knows",
                "docs/taal.md shows the forms; a norm has «moet», «mag» or «kan»"},
    EnglishKind{"B202", "the sentence has no party as its subject",
                "write who must, may or can: Opdrachtgever, Opdrachtnemer or iedere Partij"},
    EnglishKind{"B203", "in lid {0} two outcomes of the same kind are called «{1}»",
                "give each of these sentences a label of its own"},
    EnglishKind{"B204", "the kwestie «{0}» has no reading «{1}»", "choose one of the readings behind «standaard»"},
    EnglishKind{"B205", "these words have no place: «{0}»",
                "leave them out, or write them as a term, a form or a condition"},
    EnglishKind{
        "B208", "nothing of «{0}» can give way to this sentence",
        "refer with «in afwijking van» to a sentence of the same kind, or say with «indien» or «tenzij» when this "
        "one applies"},
    EnglishKind{"B207", "the rule graph is wrong: {0}", ""},
    EnglishKind{"B210", "an obligation not to do something is a prohibition",
                "write «mag ... niet» instead of «moet ... niet»"},
    EnglishKind{"B211", "«{0} ...» has no meaning in this form of sentence",
                "leave this part out, or make it a sentence of its own"},
    EnglishKind{"B212", "this sentence cannot be part of a reading",
                "put it outside the issue, or write the condition in the sentences themselves"},

    // --- Scenarios
    EnglishKind{"B401", "there is no document «{0}»", "write a shipped document behind «met», or leave «met» out"},
    EnglishKind{"B402", "the document «{0}» has mistakes itself",
                "see them with «beding controleer» and mend them first"},
    EnglishKind{"B403", "{0}", ""},
    EnglishKind{"B404", "an expectation begins with a lid",
                "write for instance: verwacht op 16 maart 2025: 6.5 betaling is geschonden."},
    EnglishKind{"B405", "this expectation does not say what the outcome is",
                "write «is» with a status, or «is er niet»"},
    EnglishKind{"B406", "an outcome has no field «{0}»",
                "choose from vanaf, uiterlijk, uiterlijk laatst, tot, sinds, bedrag, open, in rekening, waarde, reden, "
                "soort, jegens"},
    EnglishKind{"B408", "{0}", ""},
    EnglishKind{"B409", "«{0}» cannot be an outcome of {1}: none is called that",
                "name a lid and if need be a label that is there"},
    EnglishKind{"B407", "{0}", "write: scenario \"…\" met lezing NAAM van LID KWESTIE:"},

    // --- A document as a whole
    EnglishKind{"B501", "{0} {1}, and nothing says which sentence goes before; smallest case: {2}",
                "put «In afwijking van {4}» before the sentence that prevails, or write «{3} gaat voor {4}.»; else: "
                "limit one of the two with «tenzij», or keep both as readings of a kwestie"},
    EnglishKind{"B502",
                "{0} can never meet the requirement of {1}, and nothing says which goes before; smallest case: {2}",
                "put «In afwijking van {4}» before the power, or write «{3} gaat voor {4}.» or «{4} gaat voor {3}.»; "
                "keep a real contradiction as readings of a kwestie"},
    EnglishKind{"B503", "two derogations give «{0}» another value, and nothing says which prevails; smallest case: {1}",
                "make one derogate from the lid of the other, or exclude with «indien» that both apply"},
    EnglishKind{
        "B504", "{0} and {1} give the same thing different {2}; smallest case: {3}",
        "both apply side by side; if that is meant, put «Onverminderd {4}» before one of them, and if one of them "
        "prevails «In afwijking van {4}»"},
    EnglishKind{"B505", "no sentence reads the judgement «{0}»: its answer changes nothing",
                "use its words in a condition or term, or leave the judgement out"},
    EnglishKind{"B506", "«{0}» is {1} here, and may be no less than {2}",
                "name at least {2}; if less is meant, write a bound too: … is ten minste {1}"},
    EnglishKind{"B511", "{0} {1} «{2}» has the same words and now reads something else than was locked: {3}",
                "if the new reading is right, lock it with «beding controleer --vastleggen»; otherwise give the new "
                "declaration other words"},
    EnglishKind{"B512", "{0} {1} «{2}» is now called {3} «{4}»",
                "whoever names outcomes no longer finds this one: restore the name, or lock the new one with «beding "
                "controleer --vastleggen»"},
    EnglishKind{"B513", "{0} no longer has a {1} «{2}»",
                "whoever names outcomes no longer finds this one: restore it, or lock the document again with «beding "
                "controleer --vastleggen»"},
};

}  // namespace

const EnglishKind* englishOf(std::string_view code) {
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const EnglishKind& each) { return each.code == code; });
  return found == kinds.end() ? nullptr : &*found;
}

std::string_view titleOf(const DiagnosticKind& kind, Language language) {
  const EnglishKind* english = language == Language::english ? englishOf(kind.code) : nullptr;
  return english == nullptr ? kind.title : english->title;
}

std::string_view remedyOf(const DiagnosticKind& kind, Language language) {
  const EnglishKind* english = language == Language::english ? englishOf(kind.code) : nullptr;
  return english == nullptr ? kind.remedy : english->remedy;
}

}  // namespace beding
