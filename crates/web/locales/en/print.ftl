## Print
nav-print = Print
print-title = To print and put up
print-lead = Posters, labels for doors, statements and lists for visits. Open one and press “Print”; a PDF works too.
print-no-numbers = No supervision phone and no office phone yet: posters leave them out. An administrator or the secretary can type them in.
print-poster = Poster
print-doors = { $n ->
    [one] Door label ({ $n })
   *[other] Door labels ({ $n })
}
print-visits = List for visits
print-grids = Lists for visits by grid
poster-your-steward = Your steward
poster-scan = Scan it and say what is wrong
poster-qr = QR code of the report page
poster-step-1 = Open the scanner of your phone
poster-step-2 = Say what it is; add a photo if you can
poster-step-3 = Press “Send”: your steward follows it to the end
poster-danger = Gas, fire, a trapped lift, danger to life: call 110, 119 or 120 first
doors-title = Labels for unit doors
doors-hint = Six on a sheet of A4: cut along the dashes and stick each where an old person can reach it. Each code knows its own unit.
door-scan = Scan it to report
door-or-call = Or call
visits-hint = Room numbers only, no names. Keep the sheet safe and destroy it afterwards.
visits-room = Room
visits-day = Day
visits-home = At home
visits-said = What they said
visits-by = By
file-title = File of a request
file-number = No. { $number }
file-print = Print the file
file-back = Back to the request
file-facts = Facts
file-place = Place
file-matter = Matter
file-filed = Filed
file-notes = Notes of the office
file-notes-hint = Not for residents.
file-printed = Printed
file-masked = contacts are masked

## Public numbers
hotlines-title = Public numbers and office hours
hotlines-lead = Everybody can read these: on the pages, on posters and on doors. No private numbers here.
hotlines-numbers = The community
office-phone = Office phone
office-hours = Office hours
hotlines-published = Which number of a steward residents see
hotlines-own = Their own
hotlines-office = The office's
hotlines-hidden = None
hotlines-published-hint = Staff always see a steward's own number; this is about what residents see.
hotlines-emergency = Local emergency numbers
hotlines-emergency-hint = Shown below 110, 119 and 120 when a resident ticks “urgent”; six at most.
hotlines-line = Name
hotlines-save = Save
hotlines-saved = Saved. The pages and new posters carry the new numbers.
