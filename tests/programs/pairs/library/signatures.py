import base64
import hashlib

mails = []
for n in range(1_500):
    block = n.to_bytes(2, "big") * 700
    mails.append(base64.b64encode(block))
print(len(mails))
