def process_file(file_data):
    lines = file_data.decode("utf-8").split("\n")
    processed_lines = []
    for line in lines:
        processed_lines.append(line.upper())
    return "\n".join(processed_lines)


sizes = []
for round_number in range(20):
    sizes.append(len(process_file(b"a line of an uploaded file\n" * 2000)))
