"""Literals that are code in a disguise, and literals that are what they look like.

A function that ends in ``_bad`` holds code that nobody can read; the line is marked. One that ends in ``_ok`` must stay
silent.
"""


def base64_bad():
    return "aW1wb3J0IHNvY2tldAoKZGVmIGNhbGwoKToKICAgIGNvbm5lY3Rpb24gPSBzb2NrZXQuY3JlYXRlX2Nvbm5lY3Rpb24oKCdsb2NhbGhvc3QnLCA0MDAwKSkKICAgIGNvbm5lY3Rpb24uc2VuZGFsbChiJ2hlbGxvJykK"  # expect: LL604


def compressed_bad():
    return "eJxdjEEKgDAMBO99RW5tQaQHT4JvkZpGWoyN2PwfFQTBvc7Mlv2QU6EJbqTGJFoBI7Pzo4F7KLUSapEK0yv1eFJUmj/knGW5qyxNbQdDCMH7X943quk5XmwmZrHeXPTVKHM="  # expect: LL604


def hex_bad():
    return "696d706f727420736f636b65740a0a6465662063616c6c28293a0a20202020636f6e6e656374696f6e203d20736f636b65742e6372656174655f636f6e6e656374696f6e2828276c6f63616c686f7374272c203430303029290a20202020636f6e6e656374696f6e2e73656e64616c6c28622768656c6c6f27290a"  # expect: LL604


def program_bad():
    return b"f0VMRgABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj9AQUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVpbXF1eX2BhYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ent8fX5/gIGCg4SFhoeIiYqLjI2Oj5CRkpOUlZaXmJmam5ydnp+goaKjpKWmp6ipqqusra6vsLGys7S1tre4ubq7vL2+v8DBwsPExcbH"  # expect: LL604


def base85_bad():
    return "c${5~K?;B{3<U3eMQ&|Dqz6xeZ;_ftT8xd@{2vtr!M)DRmi>@Zp$TrJ#w1z+BeV0PfqN*m5^9kO(<}9OQdF8h<eX)>t1L}z2SW(K`(NHSs_8jiY$j&0-dyz6D02"  # expect: LL604


def icon_ok():
    return "iVBORw0KGgoAJUpvlLneAyhNcpe84QYrUHWav+QJLlN4ncLnDDFWe6DF6g80WX6jyO0SN1yBpsvwFTpfhKnO8xg9Yoes0fYbQGWKr9T5HkNojbLX/CFGa5C12v8kSW6TuN0CJ0xxlrvgBSpPdJm+4wgtUnecweYLMFV6n8TpDjNYfaLH7BE2W4Clyu8UOV6DqM3yFzxhhqvQ9Ro/ZIk="


def digests_ok():
    return "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e96b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4bd4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab354e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce4b227777d4dd1fc61c6f884f48641d02b4d121d3fd328cb08b5531fcacdabf8a"


def certificate_ok():
    return "-----BEGIN CERTIFICATE-----\nMIJf7Otm/8hvONlSeGxtaWx5wtvCOd1OkbRnKdc6J/tX6WuGsnP/NPzhnWuATv9aP1dHraTqoi8dScAeUt23h1tL1HNeOiZeFu7gP1lxi5tdAwGcB9i2xR+Q2jpmbuwTqzVOB0CFYr7bi2DOBcHez+OtFrciMJZ94B9kC35HKbSfzksid3fU3R/GHG+IT0hkHQK00SHT/TKMsItVMfys2r+K\n-----END CERTIFICATE-----"


def prose_ok():
    return "SXQgaXMgYSBsb25nIHRleHQgdGhhdCBzb21lYm9keSB3cm90ZSBkb3duIHRvIGJlIHJlYWQgYnkgcGVvcGxlLCBhbmQgbm90aGluZyBpbiBpdCBpcyBhIHByb2dyYW07IGl0IGdvZXMgb24gZm9yIGEgd2hpbGUu"


def data_ok():
    return "eyJzaXplcyI6IFswLCAxLCAyLCAzLCA0LCA1LCA2LCA3LCA4LCA5LCAxMCwgMTEsIDEyLCAxMywgMTQsIDE1LCAxNiwgMTcsIDE4LCAxOSwgMjAsIDIxLCAyMiwgMjMsIDI0LCAyNSwgMjYsIDI3LCAyOCwgMjksIDMwLCAzMSwgMzIsIDMzLCAzNCwgMzUsIDM2LCAzNywgMzgsIDM5LCA0MCwgNDEsIDQyLCA0MywgNDQsIDQ1LCA0NiwgNDcsIDQ4LCA0OSwgNTAsIDUxLCA1MiwgNTMsIDU0LCA1NSwgNTYsIDU3LCA1OCwgNTldfQ=="


def source_ok():
    return "import socket\n\ndef call():\n    connection = socket.create_connection(('localhost', 4000))\n    connection.sendall(b'hello')\n    return 1\n"
