## Messages
notice-urgent = Urgent request: { $about }
notice-reported = New request: { $about }
notice-dispatched = Handed to you: { $about }
notice-escalated = A community calls for help: { $about }
notice-reworked = Sent back for rework: { $about }
notice-taken = The handler has taken it: { $about }
notice-returned = Given back, please hand it on again: { $about }
notice-disposed = Dealt with, please check: { $about }
notice-reopened = Reopened by the resident: { $about }
notice-joined = Another household joined: { $about }
notice-added = Something was added: { $about }
notice-denied = Not solved, says the resident: { $about }
notice-rated = Rated by the resident: { $about }
notice-due-soon = Due soon: { $about }
notice-overdue = Overdue: { $about }
notice-look-again = Suspended until now, please look again: { $about }
notice-other = Something happened: { $about }
notice-gone = handed on to somebody else

## Actions of the access log
access-sign-in = Signed in
access-sign-out = Signed out
access-reveal = Saw the reporter's name and phone
access-invite = Made a sign-in link
access-erase = Erased personal data
access-export = Exported
access-import = Imported
access-backup = Made a backup
access-backup-failed = A backup failed
access-other = Something else
actor-system = The program

## Posts
post-secretary = Secretary
post-deputy-head = Deputy head
post-party-member-cadre = Party-member cadre
post-committee-member = Committee member
post-social-worker = Social worker
post-grid-worker = Grid worker
post-street-official = Official of the street office
post-bureau-official = Official of a bureau
duty-with-tier = { $post } · tier { $n }

## Import
thing-estate = Estates
thing-building = Buildings
thing-room = Rooms
thing-staff = Staff
thing-grid = Grids
thing-organisation = Organisations
thing-claim = Claims
thing-resident = Residents
problem-no-file = No spreadsheet was chosen.
cure-no-file = Choose at least one xlsx or csv file.
problem-file-large = “{ $name }” is larger than 20 MB.
cure-file-large = Take out pictures and sheets that are not needed, or split it into several files.
problem-files-many = At most 8 files are checked at once.
cure-files-many = Import them in several steps.
problem-upload-broken = The upload broke off.
cure-upload-broken = Check the connection and choose the files again.
problem-upload-gone = The sheets that were checked have expired; nothing was written.
cure-upload-gone = A check is kept for an hour. Choose the sheets and check them again.
access-sign-in-failed = Failed to sign in
access-password = Changed the password
access-factor-on = Turned two-step sign-in on
access-factor-off = Turned two-step sign-in off
access-factor-reset = Took somebody's two-step sign-in off
access-lock = Locked an account
access-unlock = Unlocked an account
access-sessions = Signed devices out
access-export-log = Exported the access log
audit-from = From
audit-until = Until
audit-everything = Everything
audit-export = Export as a sheet
audit-export-hint = What the filter shows; the export itself is written into the log.
