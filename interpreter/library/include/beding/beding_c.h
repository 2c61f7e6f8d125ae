/** Beding for C programs, and for every language that can call C. C99; may be included from C++.
 *
 *  All of it is in the library `beding_engine`, except for what compiles or draws: that is in `beding`, and says so.
 *
 *  Errors    A function that can fail returns a code, and hands an error to whoever asks for it: `error` may be NULL.
 *            The error is yours; give it to beding_error_free. What a function hands over by a pointer is only set
 *            when it returns BEDING_OK.
 *  Handles   are yours, to be given to the function that frees them; that takes NULL too. An evaluation or portfolio
 *            keeps what it needs of its graph, which may be freed before it.
 *  Lists     have a count; what takes an index returns 0 (or NULL) when nothing is there, else 1 (or what is there).
 *  Threads   There is no global state. Any number of threads may share a graph, without locks; everything else is for
 *            one thread at a time.
 *  Text      is UTF-8 and ends with a zero. Data is Dutch, as the clauses are. A `const char *` in a struct lives as
 *            long as the handle that it was read from, and is "" where it does not apply.
 *  Money     is a whole number of euro cents. There are no floating-point numbers.
 *  Time      is civil time in Amsterdam; the library reads no clock.
 *  Unknown   is a status of its own, "onbekend", with the questions that would settle it.
 *  Source    Every outcome names its lid: "document:artikel.lid".
 */
#ifndef BEDING_C_H
#define BEDING_C_H

#include <stddef.h>
#include <stdint.h>

#include <beding/version.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The version of the binary interface that the library has. Functions that begin something take BEDING_ABI, and refuse
 *  a program that was compiled with other headers. */
BEDING_API int beding_abi(void);
/** "0.1.0" */
BEDING_API const char* beding_version(void);

/* --- Errors, text ---------------------------------------------------------------------------------------------- */

typedef enum beding_code {
  BEDING_OK = 0,
  BEDING_WRONG_USAGE = 2,   /**< no such outcome, no such reading, a day that is past, a NULL handle */
  BEDING_INVALID_INPUT = 3, /**< a timeline, document, compiled file or saved state that cannot be used */
  BEDING_INTERNAL = 4,      /**< a defect of the library, or no memory left */
  BEDING_WRONG_VERSION = 5  /**< the program was compiled with the headers of another version */
} beding_code;

/** What went wrong, where and what to do; a message may have several lines. */
typedef struct beding_error {
  beding_code code;
  const char* dutch;
  const char* english;
} beding_error;

BEDING_API void beding_error_free(beding_error* error);

/** Bytes that are yours: text with a zero behind it, or a saved state. */
typedef struct beding_bytes {
  char* data;
  size_t size; /**< without the zero */
} beding_bytes;

BEDING_API void beding_bytes_free(beding_bytes* bytes);

/** The same in Dutch and in English; yours. */
typedef struct beding_text {
  char* dutch;
  char* english;
} beding_text;

BEDING_API void beding_text_free(beding_text* text);

/* --- Compiled documents ---------------------------------------------------------------------------------------- */

typedef struct beding_graph beding_graph;

/** Of the bytes of a `.bgraf`; anything else is refused. */
BEDING_API beding_code beding_graph_load(int abi, const void* bytes, size_t size, beding_graph** graph,
                                         beding_error** error);
BEDING_API beding_code beding_graph_load_file(int abi, const char* path, beding_graph** graph, beding_error** error);
BEDING_API void beding_graph_free(beding_graph* graph);
/** As a `.bgraf` again. */
BEDING_API beding_code beding_graph_save(const beding_graph* graph, beding_bytes* bytes, beding_error** error);

/** "vandeez"; NULL of NULL. */
BEDING_API const char* beding_graph_document(const beding_graph* graph);
/** NULL of NULL. */
BEDING_API const char* beding_graph_title(const beding_graph* graph);
/** The events and attributes that it knows: a JSON Schema of one line of a timeline. */
BEDING_API beding_code beding_graph_timeline_schema(const beding_graph* graph, beding_bytes* schema,
                                                    beding_error** error);

/** Pictures of a document as text. */
typedef enum beding_view { BEDING_VIEW_JSON, BEDING_VIEW_MERMAID, BEDING_VIEW_DOT } beding_view;

/** The graph, or what stands around one lid ("6.5"); `around` may be NULL. */
BEDING_API beding_code beding_graph_view(const beding_graph* graph, beding_view form, const char* around,
                                         beding_bytes* text, beding_error** error);
/** How many evaluations of this graph keep what was worked out for them, 1024 to begin with: some 200 KiB each for a
 *  whole document. Those that were used longest ago give way; they say the same, and take longer to say it. */
BEDING_API void beding_graph_keep(const beding_graph* graph, size_t evaluations);

/* --- Clauses: library `beding` --------------------------------------------------------------------------------- */

/** A shipped document ("vandeez"), a `.beding` file, or a folder of them. Mistakes in it are an error; what only
 *  deserves a look comes in `remarks`, which may be NULL. */
BEDING_API beding_code beding_compile(int abi, const char* document, beding_graph** graph, beding_text* remarks,
                                      beding_error** error);
/** Clauses from memory; `name` is what messages call them. */
BEDING_API beding_code beding_compile_text(int abi, const char* clauses, const char* name, beding_graph** graph,
                                           beding_text* remarks, beding_error** error);
/** The names of the documents that the library brings along, in alphabetical order, each with a line feed. */
BEDING_API beding_code beding_shipped_documents(beding_bytes* names, beding_error** error);
/** An SVG of the document, or of what stands around one lid; `around` may be NULL. */
BEDING_API beding_code beding_drawing(const beding_graph* graph, const char* around, beding_bytes* svg,
                                      beding_error** error);

/* --- Evaluations ----------------------------------------------------------------------------------------------- */

/** One contract as it goes on. At every moment the outcomes are those of one evaluation of all events so far, in the
 *  order in which they came: an event may come late; corrections and judgements count back to where they belong. */
typedef struct beding_evaluation beding_evaluation;

/** A civil day; month and day from 1. */
typedef struct beding_date {
  int32_t year;
  int32_t month;
  int32_t day;
} beding_date;

/** `readings` holds `count` texts such as "6.6/jaar=kalenderjaar", and may be NULL when there are none. */
BEDING_API beding_code beding_evaluation_begin(const beding_graph* graph, const char* const* readings, size_t count,
                                               beding_evaluation** evaluation, beding_error** error);
BEDING_API void beding_evaluation_free(beding_evaluation* evaluation);

/** Takes in lines of a timeline (JSON Lines or CSV), such as
 *  {"op":"2026-03-02","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"1000.00"}: all of them, or none. */
BEDING_API beding_code beding_evaluation_apply(beding_evaluation* evaluation, const char* lines, beding_error** error);

/** What stands in a field of an event. */
typedef enum beding_field_kind {
  BEDING_TEXT,   /**< `text`; also a day, a percentage or a term, written as on a timeline */
  BEDING_NUMBER, /**< `number` */
  BEDING_TRUTH,  /**< `number`: 0 is no, anything else yes */
  BEDING_CENTS,  /**< `number`: euro cents */
  BEDING_TEXTS   /**< `texts`, of which there are `count` */
} beding_field_kind;

/** One attribute of an event; what its kind does not speak of is not looked at. */
typedef struct beding_field {
  const char* name;
  beding_field_kind kind;
  const char* text;
  int64_t number;
  const char* const* texts;
  size_t count;
} beding_field;

/** One event, without JSON in between. The names are those of beding_graph_timeline_schema; `id`, `vastgelegd`,
 *  `corrigeert`, `vervalt` and `betreft` are fields too. A judgement is the event "oordeel vastgelegd". */
typedef struct beding_event {
  const char* name;
  const char* on; /**< `op`: JJJJ-MM-DD, or with a time: JJJJ-MM-DDTuu:mm[:ss][±uu:mm] */
  const beding_field* fields;
  size_t count;
} beding_event;

/** Takes in one event, or nothing when it is refused. `name` and `on` may be NULL where a line may leave them out. */
BEDING_API beding_code beding_evaluation_apply_event(beding_evaluation* evaluation, const beding_event* event,
                                                     beding_error** error);
/** Lets days pass, up to and including that day. */
BEDING_API beding_code beding_evaluation_advance(beding_evaluation* evaluation, beding_date day, beding_error** error);
/** The present day: the latest of the days advanced to and the days of events; 0 when there is none yet, else 1. */
BEDING_API int beding_evaluation_today(const beding_evaluation* evaluation, beding_date* day);

/** What holds at the end of the present day, as `beding evalueer --json` prints it. With `all` not 0 also what
 *  sleeps. */
BEDING_API beding_code beding_evaluation_json(const beding_evaluation* evaluation, int all, beding_bytes* json,
                                              beding_error** error);
/** The same as a table for people. */
BEDING_API beding_code beding_evaluation_table(const beding_evaluation* evaluation, int all, beding_text* table,
                                               beding_error** error);
/** Why, as `beding waarom --json` prints it: an object per outcome of that lid ("6.5"), norm ("betaling") or both
 *  ("6.5 betaling"). `key` leaves one invoice or notice, and may be NULL. */
BEDING_API beding_code beding_evaluation_why(const beding_evaluation* evaluation, const char* what, const char* key,
                                             beding_bytes* json, beding_error** error);
/** The same as trees for people; the reasons are Dutch in both. */
BEDING_API beding_code beding_evaluation_why_text(const beding_evaluation* evaluation, const char* what,
                                                  const char* key, beding_text* trees, beding_error** error);

/** Everything needed to go on later under the same graph. */
BEDING_API beding_code beding_evaluation_save(const beding_evaluation* evaluation, beding_bytes* state,
                                              beding_error** error);
/** Refuses bytes that are damaged, of another version, made to mislead, or saved under another graph. */
BEDING_API beding_code beding_evaluation_resume(const beding_graph* graph, const void* state, size_t size,
                                                beding_evaluation** evaluation, beding_error** error);

/** All events so far as a timeline (JSON Lines), each on its own line number. */
BEDING_API beding_code beding_evaluation_timeline(const beding_evaluation* evaluation, beding_bytes* timeline,
                                                  beding_error** error);
/** The same of a saved state, whatever its graph: to go on under a new version of the document. */
BEDING_API beding_code beding_timeline_in(const void* state, size_t size, beding_bytes* timeline, beding_error** error);

/* --- Outcomes -------------------------------------------------------------------------------------------------- */

/** In the order of the Dutch words plicht, verbod, bevoegdheid, uitoefening, bedrag, toestand, recht, vrijwaring,
 *  beperking, vermoeden, eigenschap. */
typedef enum beding_kind {
  BEDING_OBLIGATION,
  BEDING_PROHIBITION,
  BEDING_POWER,
  BEDING_EXERCISE,
  BEDING_AMOUNT,
  BEDING_STATE,
  BEDING_RIGHT,
  BEDING_INDEMNITY,
  BEDING_LIMIT,
  BEDING_PRESUMPTION,
  BEDING_PROPERTY
} beding_kind;

/** "plicht" and so on, as the JSON says it; "" when there is no such kind. */
BEDING_API const char* beding_kind_name(beding_kind kind);

/** A day or an instant; it applies when `present` is not 0. */
typedef struct beding_moment {
  int present;
  beding_date date;
  int has_time;
  int64_t second; /**< since 1970-01-01T00:00Z, when `has_time` is not 0 */
} beding_moment;

/** Euro cents; they apply when `present` is not 0. */
typedef struct beding_amount {
  int present;
  int64_t cents;
} beding_amount;

/** What holds on the day asked for. Identified by lid, norm, key and bearer. */
typedef struct beding_outcome {
  const char* lid;  /**< its source: "vandeez:6.5" */
  const char* norm; /**< "betaling" */
  beding_kind kind;
  const char* key;          /**< sleutel */
  const char* status;       /**< "open", "geschonden", "onbekend" ... */
  const char* bearer;       /**< drager */
  const char* counterparty; /**< jegens */
  const char* value;        /**< waarde */
  const char* reason;       /**< reden */
  beding_moment from;       /**< vanaf */
  beding_moment due;        /**< uiterlijk */
  beding_moment latest_due; /**< uiterlijk_laatst */
  beding_moment to;         /**< tot */
  beding_moment since;      /**< sinds */
  beding_amount amount;     /**< bedrag */
  beding_amount open;
  int charged;       /**< in_rekening: 1 or 0, and -1 where it does not apply */
  int dormant;       /**< 1 when it sleeps or is unavailable */
  size_t violations; /**< how many: beding_violation_get */
  size_t segments;   /**< how many: beding_segment_get */
  const void* self;  /**< for the functions that say more of it */
} beding_outcome;

/** One way in which a prohibition was breached. */
typedef struct beding_violation {
  beding_moment from;
  beding_moment to;
  const char* event; /**< its `id`, else `#` and its line number */
} beding_violation;

/** A stretch of interest with one base and one rate, both days included. */
typedef struct beding_segment {
  beding_date from;
  beding_date to;
  int64_t base;           /**< euro cents */
  const char* percentage; /**< a year: "10.15" */
  int64_t amount;         /**< euro cents */
  int confirmed;          /**< 0 past the last day for which the rate is certain */
} beding_segment;

BEDING_API int beding_violation_get(const beding_outcome* outcome, size_t index, beding_violation* violation);
BEDING_API int beding_segment_get(const beding_outcome* outcome, size_t index, beding_segment* segment);

/** What only a person can answer, by an event "oordeel vastgelegd" with `norm` (this id) and `uitkomst`. */
typedef struct beding_question {
  const char* id; /**< "vandeez:1.11/voldoende", or "feit/..." for a missing attribute */
  const char* text;
  size_t needed_for; /**< how many outcomes: beding_question_needed_for */
  size_t subjects;   /**< how many instances it is asked about: beding_question_subject */
  const void* self;  /**< for the functions that say more of it */
} beding_question;

/** "vandeez:8.3 voorkomen" */
BEDING_API const char* beding_question_needed_for(const beding_question* question, size_t index);
/** The key of an invoice, notice ... */
BEDING_API const char* beding_question_subject(const beding_question* question, size_t index);

/** Everything that holds at the end of a day, by lid as numbered, then norm, key, bearer. */
typedef struct beding_outcomes beding_outcomes;

BEDING_API beding_code beding_evaluation_outcomes(const beding_evaluation* evaluation, int all,
                                                  beding_outcomes** outcomes, beding_error** error);
BEDING_API void beding_outcomes_free(beding_outcomes* outcomes);
/** The day; 0 of NULL, else 1. */
BEDING_API int beding_outcomes_day(const beding_outcomes* outcomes, beding_date* day);
/** How many there are; 0 of NULL. */
BEDING_API size_t beding_outcomes_count(const beding_outcomes* outcomes);
BEDING_API int beding_outcomes_get(const beding_outcomes* outcomes, size_t index, beding_outcome* outcome);
BEDING_API size_t beding_questions_count(const beding_outcomes* outcomes);
BEDING_API int beding_questions_get(const beding_outcomes* outcomes, size_t index, beding_question* question);
/** What was taken to be so, in Dutch; NULL past the last. */
BEDING_API const char* beding_outcomes_assumption(const beding_outcomes* outcomes, size_t index);
/** What deserves a look, in Dutch; NULL past the last. */
BEDING_API const char* beding_outcomes_warning(const beding_outcomes* outcomes, size_t index);

/* --- Reasons --------------------------------------------------------------------------------------------------- */

/** One step of an explanation, and how many steps it rests on. It quotes clauses, and is Dutch. */
typedef struct beding_reason {
  const char* text;   /**< "termijn 15 juni 2026: 14 dagen na 1 juni 2026" */
  const char* lid;    /**< "vandeez:6.5"; "" for an event or a count */
  const char* source; /**< "clauses/vandeez/06-prijzen.beding:12", or "regel 3" for an event */
  size_t because;     /**< how many: beding_reason_because */
  const void* self;   /**< for the function that says more of it */
} beding_reason;

/** A step that `reason` rests on. */
BEDING_API int beding_reason_because(const beding_reason* reason, size_t index, beding_reason* step);

typedef struct beding_explanations beding_explanations;

/** What beding_evaluation_why says, as structs. */
BEDING_API beding_code beding_evaluation_explain(const beding_evaluation* evaluation, const char* what, const char* key,
                                                 beding_explanations** explanations, beding_error** error);
BEDING_API void beding_explanations_free(beding_explanations* explanations);
/** How many there are; 0 of NULL. */
BEDING_API size_t beding_explanations_count(const beding_explanations* explanations);
/** An outcome, and why; either pointer may be NULL. */
BEDING_API int beding_explanations_get(const beding_explanations* explanations, size_t index, beding_outcome* outcome,
                                       beding_reason* why);

/* --- Many contracts -------------------------------------------------------------------------------------------- */

typedef struct beding_portfolio beding_portfolio;

/** What is 0 or NULL has the meaning said. */
typedef struct beding_portfolio_options {
  const char* const* readings; /**< such as "6.6/jaar=kalenderjaar" */
  size_t count;                /**< of readings */
  const beding_date* as_of;    /**< NULL: of each contract the day of its last event */
  int all;                     /**< not 0: also what sleeps or is unavailable */
  size_t memory;               /**< bytes that contracts which stand mixed may take before they go to disk; 0: 32 MiB */
  unsigned threads;            /**< that evaluate; 0: one for each core. They change nothing that is said */
  const beding_date* as_known_on; /**< leaves out what was recorded (`vastgelegd`) after that day; NULL: nothing */
} beding_portfolio_options;

/** The contracts of a file (JSON Lines or CSV with `overeenkomst` on every line), one by one, in order of first
 *  appearance, whatever the number of threads; on more than one the file is read some contracts ahead. `-` is the
 *  standard input. `options` may be NULL: then one thread evaluates. */
BEDING_API beding_code beding_portfolio_open(const beding_graph* graph, const char* path,
                                             const beding_portfolio_options* options, beding_portfolio** portfolio,
                                             beding_error** error);
BEDING_API void beding_portfolio_free(beding_portfolio* portfolio);
/** How many there are; 0 of NULL. */
BEDING_API size_t beding_portfolio_count(const beding_portfolio* portfolio);
/** The next contract as JSON on one line; at the end `json->data` is NULL. An error is of one contract, or of lines that
 *  name none: what comes after it can be asked for. */
BEDING_API beding_code beding_portfolio_next(beding_portfolio* portfolio, beding_bytes* json, beding_error** error);
/** The same as structs, with the name of the contract; at the end `*outcomes` is NULL. */
BEDING_API beding_code beding_portfolio_next_outcomes(beding_portfolio* portfolio, beding_bytes* name,
                                                      beding_outcomes** outcomes, beding_error** error);

#ifdef __cplusplus
}
#endif

#endif
