## Duty
duty-title = Duty roster
duty-lead = From 8 in the morning to 8 the next. Urgent requests reach whoever is on duty at once.
duty-now = On duty now
duty-nobody = Nobody is on duty.
duty-caption = The next four weeks
duty-day = Day
duty-first = On duty
duty-second = Stand-in
duty-none = Nobody
duty-rest = day of rest
duty-save = Save the roster
duty-saved = { $n ->
    [0] Nothing changed.
    [one] One day changed.
   *[other] { $n } days changed.
 }
problem-duty = The roster was not saved.
cure-duty = Two different people a day, and no day before today; change it and save again.
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
