// Characters to words. Characters outside ASCII are written as \u so that antlr4 reads this file alike everywhere. Every reserved word of Beding stands in this file and nowhere else; the table in README.md
// explains them. Statement words are reserved only where a statement starts: the parser library (statements.h)
// turns them back into WORD elsewhere, so that the lexer needs no modes.
lexer grammar BedingLexer;

// Made by the parser library (statements.h), never by the lexer: the mark of a list item, the words of a label and the
// colon behind it, and what is left of something that was already reported.
tokens { ENTRY, LABEL_WORD, LABEL_COLON, DAMAGED }

// --- Statement words -----------------------------------------------------------------------------------------------
VOORWAARDEN       : 'voorwaarden' ;
BIBLIOTHEEK       : 'bibliotheek' ;
OVEREENKOMST      : 'overeenkomst' ;
GEBRUIKT          : 'gebruikt' ;
PARTIJEN          : 'partijen' ;
ARTIKEL           : 'artikel' ;
LID               : 'lid' ;
GEBEURTENIS       : 'gebeurtenis' ;
ZAAK              : 'zaak' ;
HANDELING         : 'handeling' ;
TOESTAND          : 'toestand' ;
VORM              : 'vorm' ;
INGEBOUWD         : 'ingebouwd' ;
TER_BEOORDELING   : 'ter' GAP 'beoordeling' ;
KWESTIE           : 'kwestie' ;
LEZING            : 'lezing' ;
STANDAARD         : 'standaard' ;
SCENARIO          : 'scenario' ;
OP                : 'op' ;
VERWACHT          : 'verwacht' ;
LET_OP            : 'let' GAP 'op' ;
NIET_UITVOERBAAR  : 'niet' GAP 'uitvoerbaar' ;
EIGENSCHAP        : 'eigenschap' ;

// --- Skeleton words: reserved everywhere -------------------------------------------------------------------------
INDIEN   : [Ii] 'ndien' ;
TENZIJ   : [Tt] 'enzij' ;
ZODRA    : [Zz] 'odra' ;
ZOLANG   : [Zz] 'olang' ;
TOTDAT   : [Tt] 'otdat' ;

MODAL    : [Mm] ( 'oet' | 'oeten' | 'ag' | 'ogen' ) | [Kk] ( 'an' | 'unnen' ) ;

SKELETON : [Bb] 'innen' | [Uu] 'iterlijk' | [Vv] '\u00F3\u00F3r' | [Gg] 'edurende' | [Vv] 'anaf' | [Tt] 'ot' | [Nn] 'a'
         | [Vv] 'oor' | [Pp] 'er' | [Ee] 'n' | [Oo] 'f' | [Nn] 'iet' | [Gg] 'een' | [Ee] 'lke' | [Ii] 'edere'
         | [Aa] 'lle' | [Mm] 'in' | [Mm] 'aal' ;

// Finite verbs: ordinary words to phrases, but never part of a label, and a comma before one ends a fronted clause.
FINITE   : [Ii] 's' | [Zz] 'ijn' | [Ww] 'ordt' | [Ww] 'orden' | [Hh] 'eeft' | [Hh] 'ebben' | [Kk] 'omt' | [Kk] 'omen'
         | [Vv] 'erbeurt' | [Vv] 'ervalt' | [Vv] 'ervallen' | [Gg] 'aat' | [Gg] 'aan' | [Bb] 'lijft' | [Bb] 'lijven'
         | [Gg] 'eldt' | [Gg] 'elden' | [Ss] 'taat' | [Ss] 'taan' | [Ss] 'trekt' | [Ss] 'trekken' | [Tt] 'elt'
         | [Tt] 'ellen' | [Rr] 'aakt' | [Rr] 'aken' | [Kk] 'rijgt' | [Kk] 'rijgen' | [Ee] 'indigt' | [Ee] 'indigen'
         | [Bb] 'egint' | [Bb] 'eginnen' | [Oo] 'ntstaat' | [Oo] 'ntstaan' | [Bb] 'ehoudt' | [Bb] 'ehouden'
         | [Vv] 'erliest' | [Vv] 'erliezen' | [Vv] 'rijwaart' | [Vv] 'rijwaren' ;

MET      : 'met' ;      // an ordinary word; announces the attributes of an event and the documents of a scenario

// --- Numbers, references and text --------------------------------------------------------------------------------
ISO_MOMENT : D D D D '-' D D '-' D D ( 'T' D D ':' D D ( ':' D D )? ( 'Z' | OFFSET )? )? ;
NUMERAL    : D+ ( [.,] D+ )* ( ',-' '-'? )? ;
PAIR       : D+ ':' D+ [a-z]? ( ':' D+ )? OFFSET? ;               // 14:30, 6:271, 6:119a
REFERENCE  : D+ ( '.' PART )+ | LETTER WORDPART* ':' ( D+ ( '.' PART )* | 'aanhef' ) ;   // 9.2.a, 2.7.(1), 18.6.a.•1, 1.aanhef, vandeez:6.5
STRING     : '"' ~["\r\n]* '"' ;
UNCLOSED   : '"' ~["\r\n]* ;

// --- Marks --------------------------------------------------------------------------------------------------------
FULLSTOP : '.' ;
COMMA    : ',' ;
COLON    : ':' ;
SEMI     : ';' ;
LPAREN   : '(' ;
RPAREN   : ')' ;
LFENCE   : '\u00AB' ;
RFENCE   : '\u00BB' ;
EURO     : '\u20AC' ;
PERCENT  : '%' ;
BULLET   : [\u2022\u00B7\u25AA\u25E6] ;

// --- Words ----------------------------------------------------------------------------------------------------------
WORD : APOSTROPHE? LETTER WORDPART* | D+ [-\u2010\u2011]? LETTER WORDPART* ;   // factuur, e-mail, 's, en/of, 24-uurs

// --- What analysts paste from a word processor, and everything else -----------------------------------------------
CURLY : [\u201C\u201D\u201E\u201F] ~[\u201C\u201D\u201E\u201F"\r\n]* [\u201C\u201D\u201E\u201F"] | '\u2018' ~[\u2018\u2019\r\n]* '\u2019' | [\u201C\u201D\u201E\u201F\u2018\u201A] ;
DASH  : [\u2013\u2014] ;
SPACE : ( BLANK | [\r\n] )+ -> skip ;
COMMENT : '//' ~[\r\n]* -> skip ;
OTHER : . ;

fragment D          : [0-9] ;
fragment OFFSET     : [+-] D D ':' D D ;
fragment PART       : D+ [a-z]? | [a-z] | 'aanhef' | '(' ( D+ | [a-z] ) ')' | '\u2022' D+ ;
// Latin letter by letter; other alphabets as whole blocks, for the start of every run reads these ranges: the hundreds
// of [\p{L}] cost five milliseconds.
fragment LETTER     : [a-zA-Z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02AF\u0370-\u1FFF\u2C00-\u2DFF\u3040-\uD7FF\uF900-\uFB4F] ;
fragment APOSTROPHE : ['\u2019] ;
fragment WORDPART   : [a-zA-Z0-9'\u2019\-\u2010\u2011\u00AD\u200B\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02AF\u0300-\u036F\u0370-\u1FFF\u2C00-\u2DFF\u3040-\uD7FF\uF900-\uFB4F]
                    | [/&] LETTER ;   // letters are named again: one set is one path to follow per letter
fragment BLANK      : [ \t\u00A0\u2000-\u200A\u202F\uFEFF] ;
fragment GAP        : ( BLANK | [\r\n] )+ ;
