"""Whole numbers of many thousand bits."""
row = 1
rows = []
for age in range(4_000):
    row ^= (row << 1) | (row << 2)
    if age % 400 == 0:
        rows.append(row)
width = rows[-1].bit_length()
result = repr((width, rows[-1] & 0xFFFFFF, (rows[-1] >> 7_000) & 0xFFFF, rows[3] % 1_000_003, (-rows[5] >> 4_010) & 255, rows[-1] > rows[-2]))
