## Grid worker
my-tasks = My tasks
tasks-empty = Nothing in your hands.
my-followed = What I handed on
my-stewards = My stewards
spot-lead = Tap a kind, tap the button: recorded.
spot-today = { $n } today.
spot-matter = What was done
spot-more = Add words or photos (optional)
spot-send = Done: record it
field-channel = How it came in
new-who = Who reported it (optional)
new-send = File it
