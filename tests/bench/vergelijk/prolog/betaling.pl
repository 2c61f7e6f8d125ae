% The payment clause as an event calculus in SWI-Prolog. Fluents are kept as they stand (holds/1); every event initiates
% some and terminates others, and the clock does so in between.
%
%   swipl -O -g main betaling.pl -- IN UIT PEILDATUM RENTETABEL
:- use_module(library(http/json)).
:- use_module(library(csv)).
:- use_module(library(aggregate)).
:- use_module(library(apply)).
:- use_module(library(lists)).

:- dynamic holds/1, rate/2.
:- set_prolog_flag(double_quotes, atom).

initiate(Fluent) :- assertz(holds(Fluent)).
terminate(Fluent) :- retractall(holds(Fluent)).
replace(Old, New) :- retract(holds(Old)), assertz(holds(New)).

% --- Days -------------------------------------------------------------------------------------------------------------

day_of(Text, Day) :-
    sub_atom(Text, 0, 4, _, Y), sub_atom(Text, 5, 2, _, M), sub_atom(Text, 8, 2, _, D),
    atom_number(Y, Year), atom_number(M, Month), atom_number(D, OfMonth),
    civil_day(Year, Month, OfMonth, Day).

civil_day(Year, Month, OfMonth, Day) :-
    ( Month =< 2 -> Y is Year - 1, M is Month + 9 ; Y = Year, M is Month - 3 ),
    Era is Y // 400, YearOfEra is Y - Era * 400,
    OfYear is (153 * M + 2) // 5 + OfMonth - 1,
    Day is Era * 146097 + YearOfEra * 365 + YearOfEra // 4 - YearOfEra // 100 + OfYear - 719468.

day_civil(Day, Year, Month, OfMonth) :-
    Z is Day + 719468, Era is Z // 146097, E is Z - Era * 146097,
    YearOfEra is (E - E // 1460 + E // 36524 - E // 146096) // 365,
    OfYear is E - (365 * YearOfEra + YearOfEra // 4 - YearOfEra // 100),
    M is (5 * OfYear + 2) // 153, OfMonth is OfYear - (153 * M + 2) // 5 + 1,
    ( M < 10 -> Month is M + 3 ; Month is M - 9 ),
    ( Month =< 2 -> Year is YearOfEra + Era * 400 + 1 ; Year is YearOfEra + Era * 400 ).

day_text(Day, Text) :-
    day_civil(Day, Y, M, D),
    format(atom(Text), '~d-~|~`0t~d~2+-~|~`0t~d~2+', [Y, M, D]).

years_later(Day, Years, Later) :-
    day_civil(Day, Y, M, D), Year is Y + Years,
    ( M =:= 2, D =:= 29, \+ leap(Year) -> civil_day(Year, 2, 28, Later) ; civil_day(Year, M, D, Later) ).

leap(Year) :- Year mod 4 =:= 0, ( Year mod 100 =\= 0 ; Year mod 400 =:= 0 ), !.

cents_of(Text, Cents) :-
    atomic_list_concat([Whole, Fraction], '.', Text), atom_number(Whole, W), atom_number(Fraction, F),
    Cents is W * 100 + F.

money_text(Cents, Text) :- W is Cents // 100, F is Cents mod 100, format(atom(Text), '~d.~|~`0t~d~2+', [W, F]).

% --- Interest: i(First, Start, Principal, Capitalised, OfYear, Posted, Paid, NextYear, Years, Last) --------------------

rate_on(Day, Rate) :- rate(From, Rate), From =< Day, !.          % rows stand newest first

change_after(Day, Change) :- aggregate_all(min(From), ( rate(From, _), From > Day ), Change), !.
change_after(_, inf).

running(i(_, Start, Principal, Capitalised, _, _, _, _, _, _), Day, Cents) :-
    rate_on(Start, Rate), Days is max(Day - Start + 1, 0),
    Cents is ((Principal + Capitalised) * Rate * Days + 1825000) // 3650000.

close_segment(I, Day, I) :- arg(2, I, Start), Day < Start, !.
close_segment(I, Day, i(First, Next, P, C, OfYear, Posted, Paid, NextYear, Years, Last)) :-
    running(I, Day, Cents), I = i(First, _, P, C, OfYear0, Posted0, Paid, NextYear, Years, Last),
    Next is Day + 1, OfYear is OfYear0 + Cents, Posted is Posted0 + Cents.

pass_borders(I, Day, Passed) :-
    I = i(_, Start, _, _, _, _, _, NextYear, _, _),
    change_after(Start, Change), Border is min(Change, NextYear),
    ( Border > Day -> Passed = I
    ; Last is Border - 1, close_segment(I, Last, Closed),
      ( Border =:= NextYear -> begin_year(Closed, Begun) ; Begun = Closed ),
      pass_borders(Begun, Day, Passed) ).

begin_year(i(First, Start, P, C0, OfYear, Posted, Paid, _, Years0, Last),
           i(First, Start, P, C, 0, Posted, Paid, NextYear, Years, Last)) :-
    C is C0 + OfYear, Years is Years0 + 1, Ahead is Years + 1, years_later(First, Ahead, NextYear).

through(I, _, Total) :- arg(10, I, Last), Last \== none, !, arg(6, I, Total).
through(I, Day, Total) :- pass_borders(I, Day, P), running(P, Day, Cents), arg(6, P, Posted), Total is Posted + Cents.

pay_interest(I0, Day, Most, Part, I) :-
    through(I0, Day, Total), arg(7, I0, Paid0), Part is min(Most, Total - Paid0), Part > 0, !,
    pass_borders(I0, Day, I1), running(I1, Day, Cents),
    I1 = i(_, _, _, _, OfYear1, _, _, _, _, _), Met is min(Part, OfYear1 + Cents), Rest is Part - Met,
    ( Rest > 0 -> meet_year(I1, Met, I2), close_segment(I2, Day, I3) ; meet_year(I1, Met, I3) ),
    I3 = i(F, S, P, C3, OfYear, Posted, _, NextYear, Years, Last),
    Paid is Paid0 + Part, C is C3 - min(Rest, C3),
    I = i(F, S, P, C, OfYear, Posted, Paid, NextYear, Years, Last).
pay_interest(I, _, _, 0, I).

meet_year(i(F, S, P, C, OfYear0, Posted, Paid, N, Y, L), Met, i(F, S, P, C, OfYear, Posted, Paid, N, Y, L)) :-
    OfYear is OfYear0 - Met.

pay_principal(I0, Day, Cents, i(F, S, P, C, O, Posted, Paid, N, Y, L)) :-
    pass_borders(I0, Day, I1), close_segment(I1, Day, i(F, S, P0, C, O, Posted, Paid, N, Y, L)), P is P0 - Cents.

end_interest(I0, Day, i(F, S, P, C, O, Posted, Paid, N, Y, Day)) :-
    pass_borders(I0, Day, I1), close_segment(I1, Day, i(F, S, P, C, O, Posted, Paid, N, Y, _)).

% --- What the clock does -----------------------------------------------------------------------------------------------

pass_days(Day) :-
    forall(( invoice(Key, _, Due), Due =< Day, holds(open(Key, _)), holds(credit(Credit)), Credit > 0 ),
           ( pay_invoice(Key, Due, Credit, Rest), replace(credit(Credit), credit(Rest)) )),
    forall(( invoice(Key, _, Due), Due < Day, holds(open(Key, Open)), \+ holds(interest(Key, _)) ),
           ( First is Due + 1, years_later(First, 1, NextYear),
             initiate(interest(Key, i(First, First, Open, 0, 0, 0, 0, NextYear, 0, none))) )),
    forall(member(Power, [opschorten, ontbinden]), grant(Power, Day)).

invoices(Sorted) :- findall(N-Key, holds(invoice(N, Key, _, _)), Pairs), msort(Pairs, Sorted).
invoice(Key, Sent, Due) :- invoices(Sorted), member(_-Key, Sorted), holds(invoice(_, Key, Sent, Due)).

% An invoice gives ground for a power while it is open, late, and a term set for it is over.
ground(Power, Day, Since) :-
    holds(expires(Power, Key, Expired)), holds(open(Key, _)), holds(invoice(_, Key, _, Due)),
    Since is max(Expired, Due + 1), Since =< Day.

grant(Power, Day) :-
    \+ holds(power(Power, beschikbaar, _, _, _)), \+ holds(power(Power, uitgeoefend, _, _, _)), \+ holds(ended(_)),
    aggregate_all(min(Since), ground(Power, Day, Since), Since), !,
    terminate(power(Power, _, _, _, _)), initiate(power(Power, beschikbaar, Since, none, Since)).
grant(_, _).

withdraw(Power, Day) :-
    holds(power(Power, beschikbaar, From, _, _)), ( holds(ended(_)) -> true ; \+ ground(Power, Day, _) ), !,
    replace(power(Power, beschikbaar, From, _, _), power(Power, vervallen, From, Day, Day)).
withdraw(_, _).

% --- What events do ----------------------------------------------------------------------------------------------------

happens('overeenkomst gesloten', _, Day) :- initiate(started(Day)).
happens('factuur verzonden', Event, Day) :-
    next(invoices, N), Due is Day + 14, cents_of(Event.bedrag, Cents), Key = Event.factuur,
    initiate(invoice(N, Key, Day, Due)),
    ( Cents > 0 -> initiate(open(Key, Cents)) ; initiate(settled(Key, Day)) ).
happens('betaling ontvangen', Event, Day) :-
    cents_of(Event.bedrag, Cents),
    pay_costs(Day, Cents, AfterCosts),
    invoices(Sorted),
    foldl(pay_interest_of(Day), Sorted, AfterCosts, AfterInterest),
    foldl(pay_principal_of(Day), Sorted, AfterInterest, Rest),
    holds(credit(Credit)), Now is Credit + Rest, replace(credit(Credit), credit(Now)),
    withdraw(opschorten, Day), withdraw(ontbinden, Day),
    ( holds(power(opschorten, beschikbaar, _, _, _)) -> true ; terminate(suspended(_)) ).
happens('aanmaning verzonden', Event, Day) :- expire(opschorten, Event.verplichting, Event.termijn, Day).
happens('ingebrekestelling verzonden', Event, Day) :- expire(ontbinden, Event.tekortkoming, Event.termijn, Day).
happens('kosten gemaakt', Event, Day) :-
    next(costs, N), cents_of(Event.bedrag, Cents), initiate(costs(N, Event.id, Day, Cents, Cents, none)),
    holds(credit(Credit)), pay_costs(Day, Credit, Rest), replace(credit(Credit), credit(Rest)).
happens('opschorting ingeroepen', Event, Day) :-
    exercise(opschorten, '2.1', Event.id, Day, Status),
    ( Status == geldig, \+ holds(suspended(_)) -> initiate(suspended(Day)) ; true ).
happens('ontbinding ingeroepen', Event, Day) :-
    exercise(ontbinden, '3.1', Event.id, Day, Status),
    ( Status == geldig -> dissolve(Day) ; true ).
happens('werkzaamheden voltooid', _, Day) :-
    ( holds(performed(_)) -> true ; holds(ended(_)) -> true ; initiate(performed(Day)) ).

dissolve(Day) :-
    initiate(ended(Day)),
    holds(power(ontbinden, beschikbaar, From, _, _)),
    replace(power(ontbinden, beschikbaar, From, _, _), power(ontbinden, uitgeoefend, From, none, Day)),
    withdraw(opschorten, Day), terminate(suspended(_)).

next(Kind, N) :- ( retract(holds(count(Kind, N))) -> true ; N = 0 ), Next is N + 1, initiate(count(Kind, Next)).

expire(Power, Key, Term, Day) :-
    atomic_list_concat([Number|_], ' ', Term), atom_number(Number, Days), Expired is Day + Days + 1,
    initiate(expires(Power, Key, Expired)).

exercise(Power, Lid, Key, Day, Status) :-
    ( holds(power(Power, beschikbaar, _, _, _)) -> Status = geldig ; Status = ongeldig ),
    next(exercises, N), initiate(exercise(N, Lid, Power, Key, Day, Status)).

pay_costs(Day, Cents, Rest) :-
    findall(N, ( holds(costs(N, _, _, _, Open, _)), Open > 0 ), Open), msort(Open, Sorted),
    foldl(pay_cost(Day), Sorted, Cents, Rest).

pay_cost(Day, N, Cents, Rest) :-
    Old = costs(N, Key, Made, All, Open0, _), holds(Old), !,
    Part is min(Cents, Open0), Open is Open0 - Part, Rest is Cents - Part,
    ( Open =:= 0 -> Settled = Day ; Settled = none ),
    replace(Old, costs(N, Key, Made, All, Open, Settled)).

pay_interest_of(Day, _-Key, Cents, Rest) :-
    Cents > 0, holds(interest(Key, I0)), arg(10, I0, none), !,
    pay_interest(I0, Day, Cents, Part, I), replace(interest(Key, I0), interest(Key, I)), Rest is Cents - Part.
pay_interest_of(_, _, Cents, Cents).

pay_principal_of(Day, _-Key, Cents, Rest) :- Cents > 0, holds(open(Key, _)), !, pay_invoice(Key, Day, Cents, Rest).
pay_principal_of(_, _, Cents, Cents).

pay_invoice(Key, Day, Cents, Rest) :-
    retract(holds(open(Key, Open0))), !,
    Part is min(Cents, Open0), Open is Open0 - Part, Rest is Cents - Part,
    ( Open > 0 -> initiate(open(Key, Open)) ; initiate(settled(Key, Day)) ),
    ( holds(interest(Key, I0)) ->
        pay_principal(I0, Day, Part, I1), ( Open =:= 0 -> end_interest(I1, Day, I) ; I = I1 ),
        replace(interest(Key, I0), interest(Key, I))
    ; true ).

% --- Outcomes ----------------------------------------------------------------------------------------------------------

outcomes(AsOf, Outcomes) :-
    findall(O, payment(AsOf, O), Payments), findall(O, interest(AsOf, O), Interests), findall(O, costs(O), Costs),
    findall(O, power(opschorten, '2.1', O), Suspension), performance(Performance),
    findall(O, power(ontbinden, '3.1', O), Dissolution), findall(O, exercise(O), Exercises),
    append([Payments, Interests, Costs, Suspension, [Performance], Dissolution, Exercises], Outcomes).

payment(AsOf, O) :-
    invoice(Key, Sent, Due),
    ( holds(settled(Key, Day)) -> End = Day ; End = AsOf, Day = none ),
    ( Day == none -> ( End > Due -> Status = geschonden, Since is Due + 1 ; Status = open, Since = Sent )
    ; Since = Day, ( End > Due -> Status = 'te-laat-nagekomen' ; Status = nagekomen ) ),
    outcome('1.1', betaling, plicht, Key, Status, 'Opdrachtgever', [vanaf=Sent, uiterlijk=Due, sinds=Since], [], O).

interest(AsOf, O) :-
    invoice(Key, _, _), holds(interest(Key, I)), through(I, AsOf, Total), arg(7, I, Paid), Open is Total - Paid,
    ( Total > 0, Open =< 0 -> Status = voldaan ; Status = verschuldigd ),
    arg(1, I, First), arg(10, I, Last),
    outcome('1.2', rente, bedrag, Key, Status, 'Opdrachtgever', [vanaf=First, tot=Last], [bedrag=Total, open=Open], O).

costs(O) :-
    findall(N, holds(costs(N, _, _, _, _, _)), Ns), msort(Ns, Sorted), member(N, Sorted),
    holds(costs(N, Key, Day, Cents, Open, Settled)), ( Open > 0 -> Status = verschuldigd ; Status = voldaan ),
    outcome('1.3', kosten, bedrag, Key, Status, 'Opdrachtgever', [vanaf=Day, sinds=Settled], [bedrag=Cents, open=Open], O).

power(Name, Lid, O) :-
    holds(power(Name, Status, From, To, Since)),
    outcome(Lid, Name, bevoegdheid, none, Status, 'Opdrachtnemer', [vanaf=From, tot=To, sinds=Since], [], O).

performance(O) :-
    holds(started(Started)),
    ( holds(performed(Day)) -> Status = nagekomen, Since = Day
    ; holds(ended(Day)) -> Status = vervallen, Since = Day
    ; holds(suspended(Day)) -> Status = opgeschort, Since = Day
    ; Status = open, Since = Started ),
    outcome('2.2', leveren, plicht, none, Status, 'Opdrachtnemer', [vanaf=Started, sinds=Since], [], O).

exercise(O) :-
    holds(exercise(_, Lid, Name, Key, Day, Status)),
    outcome(Lid, Name, uitoefening, Key, Status, 'Opdrachtnemer', [sinds=Day], [], O).

outcome(Lid, Name, Kind, Key, Status, Bearer, Days, Sums, json(Fields)) :-
    atom_concat('betaling:', Lid, Where),
    ( Bearer == 'Opdrachtgever' -> Other = 'Opdrachtnemer' ; Other = 'Opdrachtgever' ),
    ( Key == none -> Keys = [] ; Keys = [sleutel=Key] ),
    findall(F=T, ( member(F=C, Sums), money_text(C, T) ), Money),
    findall(F=T, ( member(F=D, Days), D \== none, day_text(D, T) ), Dates),
    append([[lid=Where, naam=Name, soort=Kind], Keys, [status=Status, drager=Bearer, jegens=Other], Money, Dates], Fields).

% --- Files -------------------------------------------------------------------------------------------------------------

read_rates(File) :-
    csv_read_file(File, [_|Rows], [convert(false)]),
    forall(member(Row, Rows),
           ( arg(1, Row, From), arg(2, Row, Percentage), day_of(From, Day), cents_of(Percentage, Rate),
             ( rate(_, Rate0), ! , Rate0 =:= Rate -> true ; asserta(rate(Day, Rate)) ) )).

begin_contract :- retractall(holds(_)), initiate(credit(0)).

write_contract(_, none, _) :- !.
write_contract(Out, Name, AsOf) :-
    pass_days(AsOf), outcomes(AsOf, Outcomes),
    json_write(Out, json([overeenkomst=Name, uitkomsten=Outcomes]), [width(0)]), nl(Out).

each_event(In, Out, AsOf, Name) :-
    json_read_dict(In, Event, [value_string_as(atom), end_of_file(none)]),
    ( Event == none -> write_contract(Out, Name, AsOf)
    ; Contract = Event.overeenkomst,
      ( Contract == Name -> true ; write_contract(Out, Name, AsOf), begin_contract ),
      day_of(Event.op, Day),
      ( Day =< AsOf -> pass_days(Day), ( happens(Event.gebeurtenis, Event, Day) -> true ; true ) ; true ),
      each_event(In, Out, AsOf, Contract) ).

main :-
    current_prolog_flag(argv, Arguments), append(_, [Source, Target, AsOfText, Table], Arguments),
    read_rates(Table), day_of(AsOfText, AsOf),
    open(Source, read, In), open(Target, write, Out),
    each_event(In, Out, AsOf, none),
    close(Out), halt.
