## My account
account-title = My account
account-done-password = The password was changed; all other devices are signed out.
account-done-factor-off = Two-step sign-in is off.
account-done-sessions = Signed out.
password-heading = Change the password
password-change = Change the password
field-present-password = Present password
factor-heading = Two-step sign-in
factor-lead = Besides the password you type a code from your phone that changes every 30 seconds. Who knows only the password stays outside.
factor-due = Your role needs two-step sign-in. Set it up first, then go on.
factor-is-on = On
factor-begin = Set up two-step sign-in
factor-renew = New phone: set up again
factor-drop = Turn it off
recovery-left = { $n ->
    [0] no recovery codes left: set it up again
    [one] { $n } recovery code left
   *[other] { $n } recovery codes left
 }
factor-title = Set up two-step sign-in
factor-scan = 1. Scan with your phone
factor-scan-lead = Open any authenticator app on the phone, add an account, and scan this code.
factor-qr = QR code for the authenticator app
factor-typed = Cannot scan? Choose “enter manually” in the app and type this key:
factor-prove = 2. Type the code
factor-confirm = Finish
field-code = Code
cancel = Cancel
recovery-title = Recovery codes
recovery-on = Two-step sign-in is on.
recovery-lead = If the phone is lost or broken, a recovery code signs you in instead of the code. Each works once.
recovery-hint = Shown only here and now. Write them down and keep them in a safe place, not on the same phone.
recovery-kept = I have written them down
code-title = Type the code
code-lead = Type the 6 digits that your authenticator app shows.
code-hint = Phone not at hand? Type a recovery code. None left? Ask the security administrator.
code-back = Start again
sessions-title = Signed-in devices
sessions-lead = If you do not know one of them, sign it out and change the password.
sessions-none = Not signed in anywhere.
sessions-end-others = Sign out all other devices
security-tokens = Tokens given to programs
security-tokens-hint = A program takes figures away with them. They end when you sign the person out everywhere.
sessions-end-all = Sign out everywhere
session-device = Device
session-begun = Signed in
session-used = Last used
session-own = This one
session-end = Sign out
device-phone = Phone
device-tablet = Tablet
device-computer = Computer
device-unknown = Other device

## Accounts and security
security-title = Accounts and security
security-lead = Lock, reset, sign out. You see no requests and no residents; what you do is written into the access log, which the auditor reads.
security-saved = Saved.
security-empty = No accounts yet.
security-accounts = All accounts
security-failures = Failed sign-ins
security-failed-last = last
security-last = Last sign-in
security-own = This is your own account: nobody locks or resets themselves. Change the password under “My account”.
account-locked = Locked
account-open = Open
account-unused = Not used yet
account-lock = Lock
account-unlock = Unlock
account-reset = Reset the password (one-time link)
lock-confirm = Lock the account of { $name }? All their devices are signed out at once.
factor-reset = Take two-step sign-in off
factor-reset-confirm = Take two-step sign-in off? First make sure in person that it is them.
duty-roles = Roles that must use two-step sign-in
duty-roles-hint = Whoever has not set it up is asked to do so first at the next page.
duty-roles-save = Save
