# JSON 接口：说给写程序的人。

api-400 = 内容无法读取
api-401 = 需要令牌
api-405 = 不能这样调用
api-413 = 内容过大
api-415 = 格式不对
api-428 = 缺少版本
api-no-token = 没有令牌，或令牌无效。请发送“Authorization: Bearer 令牌”；用“guanjia user token”生成。
api-not-json = 内容不是 JSON。请发送一个 UTF-8 编码的 JSON 对象。
api-too-large = 内容超过 256 KB。请缩短文字；照片不从这里发送。
api-not-json-type = 没有注明内容是 JSON。请发送“Content-Type: application/json”。
api-no-version = 请注明修改的是哪个版本：用“If-Match”发送诉求的版本号或 ETag。
api-unknown-field = 这里没有“{ $field }”。请去掉；所有字段见 /api/v1/openapi.json。
api-bad-value = “{ $field }”的格式不对。正确的格式见 /api/v1/openapi.json。
api-see-description = 这个地址不支持这种调用。所有接口见 /api/v1/openapi.json。
