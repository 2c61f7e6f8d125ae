// Words to statements. A clause is a flat list: which declared phrases cover it is decided after parsing (names/),
// so the grammar knows statement kinds, headings, lists and marks, and no vocabulary. There is no recursion, so no
// input can exhaust the stack. Nearly every decision needs one token of look-ahead, which is what makes reading fast:
// keep it so. A flat list of words names its tokens, for a rule per word costs more than the word.
parser grammar BedingParser;
options { tokenVocab = BedingLexer; }

file        : unit* EOF ;
unit        : header | articleHead | lidHead | statement | issue | scenario ;

// --- Headings -----------------------------------------------------------------------------------------------------
header      : headerKind name? STRING? ( uses | parties )* FULLSTOP ( ( uses | parties )+ FULLSTOP )*
            | contract FULLSTOP ( ( uses | parties )+ FULLSTOP )* ;
headerKind  : VOORWAARDEN | BIBLIOTHEEK ;
contract    : OVEREENKOMST STRING body? ( COLON agreed ( SEMI agreed )* SEMI? )? ;   // tussen A en B onder D, met afspraken: S; S
agreed      : ENTRY? body ;
uses        : GEBRUIKT name ( COMMA name )* ;
parties     : PARTIJEN part ( COMMA part )* ;
articleHead : ARTIKEL number? STRING? ;
lidHead     : LID number? STRING? ;
number      : REFERENCE ;

// --- Statements ---------------------------------------------------------------------------------------------------
statement   : event | act | declared | judgement | property | note | sentence ;

event       : GEBEURTENIS name ( COMMA eventOption )* COMMA? ( MET attribute ( COMMA attribute )* )? FULLSTOP ;
eventOption : ( WORD | SKELETON | MODAL | FINITE )+ ;
attribute   : attributeName LPAREN option ( COMMA option )* RPAREN ;
attributeName : ( WORD | SKELETON | MODAL | FINITE | MET | INDIEN | TENZIJ | ZODRA | ZOLANG | TOTDAT )+ ;
option      : ( WORD | SKELETON | MODAL | FINITE | MET | STRING | NUMERAL )+ ;

act         : HANDELING body FULLSTOP ;
declared    : ( ZAAK | TOESTAND | VORM | INGEBOUWD ) sentence ;
judgement   : TER_BEOORDELING STRING circumstances? COLON body FULLSTOP ;
circumstances : body ;
property    : EIGENSCHAP name COLON STRING FULLSTOP ;
note        : ( LET_OP | NIET_UITVOERBAAR ) COLON STRING FULLSTOP ;

sentence    : label? body list? FULLSTOP ;
label       : LABEL_WORD+ LABEL_COLON ;
list        : COLON ( entries | inlineList ) ;
entries     : entry ( ( SEMI | COLON ) entry )* SEMI? ;   // a colon announces bullets within an item
entry       : ENTRY body ;
inlineList  : body ;

// --- Readings -----------------------------------------------------------------------------------------------------
issue       : KWESTIE name reading+ standard ;
reading     : LEZING name COLON statement+ ;
standard    : STANDAARD name FULLSTOP ;

// --- Scenarios ----------------------------------------------------------------------------------------------------
scenario    : scenarioHead ( happening | expectation )* ;
scenarioHead : SCENARIO STRING ( MET part ( COMMA part )* )? COLON ;   // documents, and lezing NAME van LID KWESTIE
happening   : OP moment COLON parts ( SEMI parts )* FULLSTOP ;
expectation : VERWACHT OP moment COLON parts FULLSTOP ;
moment      : ( NUMERAL | ISO_MOMENT | PAIR | WORD )+ ;
parts       : part ( COMMA part )* ;

// --- Flat lists of words --------------------------------------------------------------------------------------------
name        : ( WORD | SKELETON | MODAL | FINITE )+ ;
part        : ( WORD | SKELETON | MODAL | FINITE | MET
              | STRING | NUMERAL | ISO_MOMENT | PAIR | REFERENCE | EURO | PERCENT | LPAREN | RPAREN | LFENCE | RFENCE | DAMAGED )+ ;
body        : ( WORD | SKELETON | MODAL | FINITE | MET | INDIEN | TENZIJ | ZODRA | ZOLANG | TOTDAT
              | STRING | NUMERAL | ISO_MOMENT | PAIR | REFERENCE | EURO | PERCENT | LPAREN | RPAREN | LFENCE | RFENCE | DAMAGED
              | COMMA )+ ;
