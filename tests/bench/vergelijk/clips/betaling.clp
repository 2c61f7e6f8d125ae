; The payment clause as rules in CLIPS. The loop at the end reads an event, lets the rules of the clock run through its
; day, and then those of the event itself. Days are numbers since 1970, money is in cents.

(deftemplate contract (slot credit (default 0)) (slot started (default none)) (slot ended (default none))
  (slot performed (default none)) (slot suspended (default none)))
(deftemplate invoice (slot n) (slot key) (slot sent) (slot due) (slot open) (slot settled (default none)))
(deftemplate term (slot power) (slot key) (slot expired))
(deftemplate interest (slot n) (slot key) (slot first) (slot start) (slot principal) (slot capitalised (default 0))
  (slot of-year (default 0)) (slot posted (default 0)) (slot paid (default 0)) (slot years (default 1)) (slot next-year)
  (slot border) (slot last (default none)))
(deftemplate costs (slot n) (slot key) (slot day) (slot cents) (slot open) (slot settled (default none)))
(deftemplate power (slot name) (slot lid) (slot status (default absent)) (slot start) (slot end) (slot since))
(deftemplate exercise (slot n) (slot lid) (slot name) (slot key) (slot day) (slot status))
(deftemplate event (slot kind) (slot day) (slot id) (slot about) (slot cents) (slot term))
(deftemplate purse (slot day) (slot rest))

(defglobal ?*rates* = (create$) ?*as-of* = 0 ?*n* = 0 ?*out* = "")

; --- Days and interest ---------------------------------------------------------------------------------------------------
(deffunction civil (?day)
  (bind ?z (+ ?day 719468))
  (bind ?era (div ?z 146097))
  (bind ?e (- ?z (* ?era 146097)))
  (bind ?yoe (div (- (+ (- ?e (div ?e 1460)) (div ?e 36524)) (div ?e 146096)) 365))
  (bind ?doy (- ?e (- (+ (* 365 ?yoe) (div ?yoe 4)) (div ?yoe 100))))
  (bind ?m (div (+ (* 5 ?doy) 2) 153))
  (bind ?month (if (< ?m 10) then (+ ?m 3) else (- ?m 9)))
  (create$ (+ ?yoe (* ?era 400) (if (<= ?month 2) then 1 else 0)) ?month (+ 1 (- ?doy (div (+ (* 153 ?m) 2) 5)))))

(deffunction day-number (?year ?month ?of-month)
  (bind ?y (if (<= ?month 2) then (- ?year 1) else ?year))
  (bind ?m (if (<= ?month 2) then (+ ?month 9) else (- ?month 3)))
  (bind ?era (div ?y 400))
  (bind ?yoe (- ?y (* ?era 400)))
  (+ (* ?era 146097) (* ?yoe 365) (div ?yoe 4) (- 0 (div ?yoe 100)) (div (+ (* 153 ?m) 2) 5) ?of-month -1 -719468))

(deffunction two (?number) (if (< ?number 10) then (str-cat "0" ?number) else (str-cat ?number)))

(deffunction day-text (?day)
  (bind ?parts (civil ?day))
  (str-cat (nth$ 1 ?parts) "-" (two (nth$ 2 ?parts)) "-" (two (nth$ 3 ?parts))))

(deffunction years-later (?day ?years)
  (bind ?parts (civil ?day))
  (bind ?year (+ (nth$ 1 ?parts) ?years))
  (bind ?leap (and (= (mod ?year 4) 0) (or (<> (mod ?year 100) 0) (= (mod ?year 400) 0))))
  (bind ?of-month (if (and (= (nth$ 2 ?parts) 2) (= (nth$ 3 ?parts) 29) (not ?leap)) then 28 else (nth$ 3 ?parts)))
  (day-number ?year (nth$ 2 ?parts) ?of-month))

(deffunction rate-on (?day)
  (bind ?found 0)
  (loop-for-count (?i 1 (div (length$ ?*rates*) 2)) do
    (if (> (nth$ (- (* 2 ?i) 1) ?*rates*) ?day) then (return ?found))
    (bind ?found (nth$ (* 2 ?i) ?*rates*)))
  ?found)

(deffunction change-after (?day)
  (loop-for-count (?i 1 (div (length$ ?*rates*) 2)) do
    (bind ?from (nth$ (- (* 2 ?i) 1) ?*rates*))
    (if (> ?from ?day) then (return ?from)))
  99999)

(deffunction running (?base ?start ?day)
  (if (< ?day ?start) then 0
    else (div (+ (* ?base (rate-on ?start) (+ 1 (- ?day ?start))) 1825000) 3650000)))

(deffunction ground-day (?expired ?due) (max ?expired (+ ?due 1)))

; --- The clock -------------------------------------------------------------------------------------------------------------
(defrule credit-meets-what-falls-due
  (declare (salience 40))
  (clock ?day)
  ?c <- (contract (credit ?credit&:(> ?credit 0)))
  ?i <- (invoice (n ?n) (due ?due&:(<= ?due ?day)) (open ?open&:(> ?open 0)))
  (not (invoice (n ?m&:(< ?m ?n)) (open ?other&:(> ?other 0))))
  =>
  (bind ?part (min ?credit ?open))
  (modify ?c (credit (- ?credit ?part)))
  (modify ?i (open (- ?open ?part)) (settled (if (= ?part ?open) then ?due else none))))

(defrule interest-begins
  (declare (salience 30))
  (clock ?day)
  (invoice (n ?n) (key ?key) (due ?due&:(< ?due ?day)) (open ?open&:(> ?open 0)))
  (not (interest (n ?n)))
  =>
  (bind ?first (+ ?due 1))
  (bind ?year (years-later ?first 1))
  (assert (interest (n ?n) (key ?key) (first ?first) (start ?first) (principal ?open) (next-year ?year)
    (border (min ?year (change-after ?first))))))

(defrule a-segment-ends
  (declare (salience 20))
  (clock ?day)
  ?i <- (interest (first ?first) (start ?start) (principal ?p) (capitalised ?c) (of-year ?y) (posted ?posted) (years ?years)
    (next-year ?next) (border ?border&:(<= ?border ?day)) (last none))
  =>
  (bind ?cents (running (+ ?p ?c) ?start (- ?border 1)))
  (bind ?anniversary (= ?border ?next))
  (bind ?later (if ?anniversary then (years-later ?first (+ ?years 1)) else ?next))
  (modify ?i (start ?border) (posted (+ ?posted ?cents)) (years (if ?anniversary then (+ ?years 1) else ?years))
    (capitalised (if ?anniversary then (+ ?c ?y ?cents) else ?c)) (of-year (if ?anniversary then 0 else (+ ?y ?cents)))
    (next-year ?later) (border (min ?later (change-after ?border)))))

(defrule a-power-comes-up
  (declare (salience 10))
  (clock ?day)
  (contract (ended none))
  ?p <- (power (name ?name) (status ?status&absent|vervallen))
  (term (power ?name) (key ?key) (expired ?expired))
  (invoice (key ?key) (due ?due) (open ?open&:(> ?open 0)))
  (test (<= (ground-day ?expired ?due) ?day))
  (not (and (term (power ?name) (key ?other) (expired ?sooner))
            (invoice (key ?other) (due ?then) (open ?left&:(> ?left 0)))
            (test (< (ground-day ?sooner ?then) (ground-day ?expired ?due)))))
  =>
  (bind ?since (ground-day ?expired ?due))
  (modify ?p (status beschikbaar) (start ?since) (since ?since)))

; --- Payments ---------------------------------------------------------------------------------------------------------------
(defrule costs-are-paid
  (declare (salience 50))
  ?purse <- (purse (day ?day) (rest ?rest&:(> ?rest 0)))
  ?c <- (costs (n ?n) (open ?open&:(> ?open 0)))
  (not (costs (n ?m&:(< ?m ?n)) (open ?other&:(> ?other 0))))
  =>
  (bind ?part (min ?rest ?open))
  (modify ?purse (rest (- ?rest ?part)))
  (modify ?c (open (- ?open ?part)) (settled (if (= ?part ?open) then ?day else none))))

(deffunction unpaid (?p ?c ?start ?posted ?paid ?day) (- (+ ?posted (running (+ ?p ?c) ?start ?day)) ?paid))

(defrule interest-is-paid
  (declare (salience 40))
  (payment)
  ?purse <- (purse (day ?day) (rest ?rest&:(> ?rest 0)))
  ?i <- (interest (n ?n) (start ?start) (principal ?p) (capitalised ?c) (of-year ?y) (posted ?posted) (paid ?paid) (last none))
  (test (> (unpaid ?p ?c ?start ?posted ?paid ?day) 0))
  (not (and (interest (n ?m&:(< ?m ?n)) (start ?s2) (principal ?p2) (capitalised ?c2) (posted ?o2) (paid ?a2) (last none))
            (test (> (unpaid ?p2 ?c2 ?s2 ?o2 ?a2 ?day) 0))))
  =>
  (bind ?cents (running (+ ?p ?c) ?start ?day))
  (bind ?part (min ?rest (- (+ ?posted ?cents) ?paid)))
  (bind ?over (max 0 (- ?part (+ ?y ?cents))))
  (modify ?purse (rest (- ?rest ?part)))
  (if (> ?over 0)
    then (modify ?i (paid (+ ?paid ?part)) (posted (+ ?posted ?cents)) (of-year 0) (start (max ?start (+ ?day 1)))
           (capitalised (- ?c (min ?over ?c))))
    else (modify ?i (paid (+ ?paid ?part)) (of-year (- ?y ?part)))))

(defrule principal-is-paid
  (declare (salience 30))
  (payment)
  ?purse <- (purse (day ?day) (rest ?rest&:(> ?rest 0)))
  ?i <- (invoice (n ?n) (open ?open&:(> ?open 0)))
  (not (invoice (n ?m&:(< ?m ?n)) (open ?other&:(> ?other 0))))
  =>
  (bind ?part (min ?rest ?open))
  (modify ?purse (rest (- ?rest ?part)))
  (modify ?i (open (- ?open ?part)) (settled (if (= ?part ?open) then ?day else none)))
  (assert (lowered ?n ?day ?part (= ?part ?open))))

(defrule the-base-is-lower
  (declare (salience 35))
  ?l <- (lowered ?n ?day ?part ?whole)
  ?i <- (interest (n ?n) (start ?start) (principal ?p) (capitalised ?c) (of-year ?y) (posted ?posted) (next-year ?next))
  =>
  (bind ?cents (running (+ ?p ?c) ?start ?day))
  (bind ?from (max ?start (+ ?day 1)))
  (retract ?l)
  (modify ?i (start ?from) (principal (- ?p ?part)) (of-year (+ ?y ?cents)) (posted (+ ?posted ?cents))
    (border (min ?next (change-after ?from))) (last (if ?whole then ?day else none))))

(defrule there-was-no-interest
  (declare (salience 34))
  ?l <- (lowered $?)
  =>
  (retract ?l))

(defrule the-rest-is-credit
  (declare (salience 20))
  ?purse <- (purse (rest ?rest))
  ?c <- (contract (credit ?credit))
  =>
  (retract ?purse)
  (modify ?c (credit (+ ?credit ?rest))))

(defrule a-power-goes
  (declare (salience 10))
  (payment ?day)
  ?p <- (power (name ?name) (status beschikbaar))
  (not (and (term (power ?name) (key ?key) (expired ?expired&:(<= ?expired ?day)))
            (invoice (key ?key) (due ?due&:(< ?due ?day)) (open ?open&:(> ?open 0)))))
  =>
  (modify ?p (status vervallen) (end ?day) (since ?day)))

(defrule suspension-ends
  (declare (salience 5))
  (power (name opschorten) (status ~beschikbaar))
  ?c <- (contract (suspended ~none))
  =>
  (modify ?c (suspended none)))

; --- Events -------------------------------------------------------------------------------------------------------------------
(deffunction next-n () (bind ?*n* (+ ?*n* 1)) ?*n*)

(defrule agreement
  (event (kind overeenkomst-gesloten) (day ?day)) ?c <- (contract (started none)) => (modify ?c (started ?day)))

(defrule invoice-sent
  (event (kind factuur-verzonden) (day ?day) (about ?key) (cents ?cents))
  =>
  (assert (invoice (n (next-n)) (key ?key) (sent ?day) (due (+ ?day 14)) (open ?cents))))

(defrule payment-received
  (declare (salience 100))
  (event (kind betaling-ontvangen) (day ?day) (cents ?cents))
  =>
  (assert (payment) (payment ?day) (purse (day ?day) (rest ?cents))))

(defrule costs-made
  (event (kind kosten-gemaakt) (day ?day) (id ?key) (cents ?cents))
  ?c <- (contract (credit ?credit))
  (not (costs-met))
  =>
  (assert (costs (n (next-n)) (key ?key) (day ?day) (cents ?cents) (open ?cents)) (purse (day ?day) (rest ?credit)) (costs-met))
  (modify ?c (credit 0)))

(defrule reminder
  (event (kind aanmaning-verzonden) (day ?day) (about ?key) (term ?term))
  => (assert (term (power opschorten) (key ?key) (expired (+ ?day ?term 1)))))

(defrule notice
  (event (kind ingebrekestelling-verzonden) (day ?day) (about ?key) (term ?term))
  => (assert (term (power ontbinden) (key ?key) (expired (+ ?day ?term 1)))))

(defrule suspended-validly
  (event (kind opschorting-ingeroepen) (day ?day) (id ?key))
  (power (name opschorten) (status beschikbaar))
  ?c <- (contract (suspended ?since))
  (not (exercise (key ?key)))
  =>
  (assert (exercise (n (next-n)) (lid 2.1) (name opschorten) (key ?key) (day ?day) (status geldig)))
  (if (eq ?since none) then (modify ?c (suspended ?day))))

(defrule suspended-in-vain
  (event (kind opschorting-ingeroepen) (day ?day) (id ?key))
  (power (name opschorten) (status ~beschikbaar))
  =>
  (assert (exercise (n (next-n)) (lid 2.1) (name opschorten) (key ?key) (day ?day) (status ongeldig))))

(defrule dissolved-validly
  (event (kind ontbinding-ingeroepen) (day ?day) (id ?key))
  ?p <- (power (name ontbinden) (status beschikbaar))
  ?c <- (contract)
  ?s <- (power (name opschorten) (status ?status))
  (not (exercise (key ?key)))
  =>
  (assert (exercise (n (next-n)) (lid 3.1) (name ontbinden) (key ?key) (day ?day) (status geldig)))
  (modify ?p (status uitgeoefend) (since ?day))
  (modify ?c (ended ?day))
  (if (eq ?status beschikbaar) then (modify ?s (status vervallen) (end ?day) (since ?day))))

(defrule dissolved-in-vain
  (event (kind ontbinding-ingeroepen) (day ?day) (id ?key))
  (power (name ontbinden) (status ~beschikbaar))
  (not (exercise (key ?key)))
  =>
  (assert (exercise (n (next-n)) (lid 3.1) (name ontbinden) (key ?key) (day ?day) (status ongeldig))))

(defrule performed
  (event (kind werkzaamheden-voltooid) (day ?day)) ?c <- (contract (ended none) (performed none)) => (modify ?c (performed ?day)))

; --- Outcomes -------------------------------------------------------------------------------------------------------------------
(deffunction field (?name ?day) (if (neq ?day none) then (str-cat ",\"" ?name "\":\"" (day-text ?day) "\"") else ""))
(deffunction sum (?name ?cents) (str-cat ",\"" ?name "\":\"" (div ?cents 100) "." (two (mod ?cents 100)) "\""))

(deffunction write (?lid ?name ?kind ?key ?status ?bearer $?fields)
  (if (neq ?*out* "") then (bind ?*out* (str-cat ?*out* ",")))
  (bind ?other (if (eq ?bearer Opdrachtgever) then Opdrachtnemer else Opdrachtgever))
  (bind ?text (str-cat "{\"lid\":\"betaling:" ?lid "\",\"naam\":\"" ?name "\",\"soort\":\"" ?kind "\""
    (if (neq ?key none) then (str-cat ",\"sleutel\":\"" ?key "\"") else "") ",\"status\":\"" ?status "\",\"drager\":\"" ?bearer
    "\",\"jegens\":\"" ?other "\""))
  (bind ?*out* (str-cat ?*out* ?text (expand$ ?fields) "}")))

(deffunction write-invoice (?i)
  (bind ?settled (fact-slot-value ?i settled))
  (bind ?due (fact-slot-value ?i due))
  (bind ?late (> (if (eq ?settled none) then ?*as-of* else ?settled) ?due))
  (bind ?status (if (eq ?settled none) then (if ?late then geschonden else open)
    else (if ?late then te-laat-nagekomen else nagekomen)))
  (bind ?since (if (neq ?settled none) then ?settled else (if ?late then (+ ?due 1) else (fact-slot-value ?i sent))))
  (write 1.1 betaling plicht (fact-slot-value ?i key) ?status Opdrachtgever (field vanaf (fact-slot-value ?i sent))
    (field uiterlijk ?due) (field sinds ?since)))

(deffunction write-interest (?i)
  (bind ?last (fact-slot-value ?i last))
  (bind ?base (+ (fact-slot-value ?i principal) (fact-slot-value ?i capitalised)))
  (bind ?total (+ (fact-slot-value ?i posted) (if (eq ?last none) then (running ?base (fact-slot-value ?i start) ?*as-of*) else 0)))
  (bind ?open (- ?total (fact-slot-value ?i paid)))
  (write 1.2 rente bedrag (fact-slot-value ?i key) (if (and (> ?total 0) (<= ?open 0)) then voldaan else verschuldigd)
    Opdrachtgever (sum bedrag ?total) (sum open ?open) (field vanaf (fact-slot-value ?i first)) (field tot ?last)))

(deffunction write-contract (?file ?contract)
  (bind ?*out* "")
  (do-for-all-facts ((?i invoice)) TRUE (write-invoice ?i))
  (do-for-all-facts ((?i interest)) TRUE (write-interest ?i))
  (do-for-all-facts ((?c costs)) TRUE
    (write 1.3 kosten bedrag ?c:key (if (> ?c:open 0) then verschuldigd else voldaan) Opdrachtgever (sum bedrag ?c:cents)
      (sum open ?c:open) (field vanaf ?c:day) (field sinds ?c:settled)))
  (do-for-all-facts ((?p power)) (neq ?p:status absent)
    (write ?p:lid ?p:name bevoegdheid none ?p:status Opdrachtnemer (field vanaf ?p:start)
      (field tot (if (eq ?p:status vervallen) then ?p:end else none)) (field sinds ?p:since)))
  (do-for-fact ((?c contract)) TRUE
    (bind ?status (if (neq ?c:performed none) then nagekomen else (if (neq ?c:ended none) then vervallen
      else (if (neq ?c:suspended none) then opgeschort else open))))
    (bind ?since (if (neq ?c:performed none) then ?c:performed else (if (neq ?c:ended none) then ?c:ended
      else (if (neq ?c:suspended none) then ?c:suspended else ?c:started))))
    (write 2.2 leveren plicht none ?status Opdrachtnemer (field vanaf ?c:started) (field sinds ?since)))
  (do-for-all-facts ((?e exercise)) TRUE
    (write ?e:lid ?e:name uitoefening ?e:key ?e:status Opdrachtnemer (field sinds ?e:day)))
  (printout ?file "{\"overeenkomst\":\"" ?contract "\",\"uitkomsten\":[" ?*out* "]}" crlf))

; --- The loop ---------------------------------------------------------------------------------------------------------------------
(deffunction pass-days (?day)
  (bind ?clock (assert (clock ?day)))
  (run)
  (retract ?clock))

(deffunction begin ()
  (reset)
  (bind ?*n* 0)
  (assert (contract) (power (name opschorten) (lid 2.1)) (power (name ontbinden) (lid 3.1))))

(deffunction finish (?file ?contract)
  (if (eq ?contract none) then (return))
  (pass-days ?*as-of*)
  (write-contract ?file ?contract))

(deffunction take (?kind ?day ?id ?about ?cents ?term)
  (pass-days ?day)
  (bind ?event (assert (event (kind ?kind) (day ?day) (id ?id) (about ?about) (cents ?cents) (term ?term))))
  (run)
  (retract ?event)
  (do-for-all-facts ((?p payment)) TRUE (retract ?p))
  (do-for-all-facts ((?c costs-met)) TRUE (retract ?c)))

(deffunction read-rates (?path)
  (open ?path rates "r")
  (bind ?word (read rates))
  (while (neq ?word EOF) do
    (bind ?*rates* (create$ ?*rates* ?word))
    (bind ?word (read rates)))
  (close rates))

(deffunction evaluate (?events ?to ?as-of ?rates)
  (set-reset-globals FALSE)
  (read-rates ?rates)
  (bind ?*as-of* ?as-of)
  (open ?events in "r")
  (open ?to out "w")
  (bind ?name none)
  (bind ?contract (read in))
  (while (neq ?contract EOF) do
    (if (neq ?contract ?name) then (finish out ?name) (begin) (bind ?name ?contract))
    (take (read in) (read in) (read in) (read in) (read in) (read in))
    (bind ?contract (read in)))
  (finish out ?name)
  (close))
