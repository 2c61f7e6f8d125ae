/** Beding for C programs, and for every language that can call C. C99; may be included from C++.
 *
 *  Everything but `beding_compile` and `beding_compile_text` is in the library `beding_engine`; those two are in
 * `beding`.
 *
 *  Errors    A function that can fail returns a code, and hands an error to whoever asks for it: `error` may be NULL.
 *            The error is yours; give it to beding_error_free. What a function hands over by a pointer is only set when
 *            it returns BEDING_OK.
 *  Handles   are yours, to be given to the function that frees them; that takes NULL too. An evaluation keeps what it
 *            needs of its graph, which may be freed before it.
 *  Threads   There is no global state. Any number of threads may share a graph, without locks; everything else is for
 * one thread at a time. Text      is UTF-8 and ends with a zero. Data is Dutch, as the clauses are. A `const char *` in
 * a struct lives as long as what it was read from, and is "" where it does not apply. Money     is a whole number of
 * euro cents. There are no floating-point numbers. Time      is civil time in Amsterdam; the library reads no clock.
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

/* --- Errors --------------------------------------------------------------------------------------------------------
 */

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

/* --- Compiled documents --------------------------------------------------------------------------------------------
 */

typedef struct beding_graph beding_graph;

/** Of the bytes of a `.bgraf`; anything else is refused. */
BEDING_API beding_code beding_graph_load(int abi, const void* bytes, size_t size, beding_graph** graph,
                                         beding_error** error);
BEDING_API beding_code beding_graph_load_file(int abi, const char* path, beding_graph** graph, beding_error** error);
BEDING_API void beding_graph_free(beding_graph* graph);
/** "vandeez"; NULL of NULL. */
BEDING_API const char* beding_graph_document(const beding_graph* graph);
/** As a `.bgraf` again. */
BEDING_API beding_code beding_graph_save(const beding_graph* graph, beding_bytes* bytes, beding_error** error);

/** Library `beding`: a shipped document ("vandeez"), a `.beding` file, or a folder of them. */
BEDING_API beding_code beding_compile(int abi, const char* document, beding_graph** graph, beding_error** error);
/** Library `beding`: clauses from memory; `name` is what messages call them. */
BEDING_API beding_code beding_compile_text(int abi, const char* clauses, const char* name, beding_graph** graph,
                                           beding_error** error);

/* --- Evaluations ---------------------------------------------------------------------------------------------------
 */

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
 *  {"op":"2026-03-02","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"1000.00"}: all of them, or none. An
 * event may come late; corrections and judgements count back to where they belong. */
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
/** The present day; 0 when there is none yet, else 1. */
BEDING_API int beding_evaluation_today(const beding_evaluation* evaluation, beding_date* day);

/** What holds at the end of the present day, as `beding evalueer --json` prints it. With `all` not 0 also what sleeps.
 */
BEDING_API beding_code beding_evaluation_json(const beding_evaluation* evaluation, int all, beding_bytes* json,
                                              beding_error** error);
/** Why, as `beding waarom --json` prints it: an object per outcome of that lid ("6.5"), norm ("betaling") or both.
 * `key` leaves one invoice or notice, and may be NULL. */
BEDING_API beding_code beding_evaluation_why(const beding_evaluation* evaluation, const char* what, const char* key,
                                             beding_bytes* json, beding_error** error);

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

/* --- Outcomes ------------------------------------------------------------------------------------------------------
 */

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

/** Identified by lid, norm, key and bearer. Breaches and segments of interest stand in the JSON only. */
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
  int charged; /**< in_rekening: 1 or 0, and -1 where it does not apply */
  int dormant; /**< 1 when it sleeps or is unavailable */
} beding_outcome;

/** What only a person can answer. */
typedef struct beding_question {
  const char* id;
  const char* text;
} beding_question;

typedef struct beding_outcomes beding_outcomes;

BEDING_API beding_code beding_evaluation_outcomes(const beding_evaluation* evaluation, int all,
                                                  beding_outcomes** outcomes, beding_error** error);
BEDING_API void beding_outcomes_free(beding_outcomes* outcomes);
/** How many there are; 0 of NULL. */
BEDING_API size_t beding_outcomes_count(const beding_outcomes* outcomes);
/** The outcome at `index`; 0 when there is none, else 1. */
BEDING_API int beding_outcomes_get(const beding_outcomes* outcomes, size_t index, beding_outcome* outcome);
BEDING_API size_t beding_questions_count(const beding_outcomes* outcomes);
BEDING_API int beding_questions_get(const beding_outcomes* outcomes, size_t index, beding_question* question);

/* --- Many contracts ------------------------------------------------------------------------------------------------
 */

typedef struct beding_portfolio beding_portfolio;

/** The contracts of a file (JSON Lines or CSV with `overeenkomst` on every line), one by one, in order of first
 *  appearance, whatever the number of threads. `as_of` may be NULL: then it is of each contract the day of its last
 * event. `threads` is how many evaluate, 0: one for each core; on more than one the file is read some contracts ahead.
 */
BEDING_API beding_code beding_portfolio_open(const beding_graph* graph, const char* path, const beding_date* as_of,
                                             unsigned threads, beding_portfolio** portfolio, beding_error** error);
BEDING_API void beding_portfolio_free(beding_portfolio* portfolio);
/** How many there are; 0 of NULL. */
BEDING_API size_t beding_portfolio_count(const beding_portfolio* portfolio);
/** The next contract as JSON on one line; at the end `json->data` is NULL. An error is of one contract: the one after
 * it can be asked for. */
BEDING_API beding_code beding_portfolio_next(beding_portfolio* portfolio, beding_bytes* json, beding_error** error);

#ifdef __cplusplus
}
#endif

#endif
