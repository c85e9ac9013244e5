# The JSON API: what is said to people who write programs.

api-400 = The body cannot be read
api-401 = A token is needed
api-405 = Not done in this way
api-413 = Too large
api-415 = Another form is needed
api-428 = The version is missing
api-no-token = There is no token, or it is not good. Send “Authorization: Bearer TOKEN”; “guanjia user token” makes one.
api-not-json = The body is no JSON. Send one JSON object in UTF-8.
api-too-large = The body has more than 256 KB. Shorten the text; photos are not sent here.
api-not-json-type = The body is not said to be JSON. Send “Content-Type: application/json”.
api-no-version = Say to which version the change is made: send “If-Match” with the version or ETag of the request.
api-unknown-field = “{ $field }” is not known here. Leave it out; /api/v1/openapi.json names every field.
api-bad-value = “{ $field }” has another form than it should. /api/v1/openapi.json says which.
api-see-description = There is nothing under this address for this method. /api/v1/openapi.json names all there is.
