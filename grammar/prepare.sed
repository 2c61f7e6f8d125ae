# The C++ of ANTLR 4.7 fills its tables before main begins; a program that reads no clauses should not wait for that.
# `prepare`, called where a lexer or a parser is made, does it instead.
s/^\([A-Za-z]*\)::Initializer [A-Za-z]*::_init;/void \1::prepare() { static Initializer once; }/
s/static Initializer _init;/public: static void prepare();/
