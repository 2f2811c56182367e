using System.Text;

namespace LeakLens.Engine.Known;

/// <summary>Rows of comma-separated values (Modules/_csv.c), as the standard dialect reads and writes them.</summary>
/// <param name="Delimiter">Between two fields.</param>
/// <param name="Quote">Around a field that needs it.</param>
/// <param name="End">Of a row that is written.</param>
/// <param name="QuotesAll">Every field is quoted.</param>
internal sealed record CsvText(char Delimiter = ',', char Quote = '"', string End = "\r\n", bool QuotesAll = false)
{
    /// <summary>The fields of a row that begins with a line; further lines are asked for while a quoted field is open.</summary>
    /// <param name="more">The next line; null at the end.</param>
    public List<string> Read(string line, Func<string?> more)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var (isQuoted, wasQuoted) = (false, false);
        for (var at = 0; ; at++)
        {
            if (at >= line.Length)
            {
                if (isQuoted && more() is { } next)
                {
                    (line, at) = (next, -1);
                    continue;
                }

                break;
            }

            var unit = line[at];
            if (isQuoted)
            {
                if (unit != Quote)
                {
                    field.Append(unit);
                }
                else if (at + 1 < line.Length && line[at + 1] == Quote)
                {
                    field.Append(Quote);
                    at++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (unit == Quote && field.Length == 0 && !wasQuoted)
            {
                (isQuoted, wasQuoted) = (true, true);
            }
            else if (unit == Delimiter)
            {
                fields.Add(field.ToString());
                field.Clear();
                wasQuoted = false;
            }
            else if (unit is not ('\r' or '\n'))
            {
                field.Append(unit);
            }
        }

        if (fields.Count > 0 || field.Length > 0 || wasQuoted)
        {
            fields.Add(field.ToString());
        }

        return fields;
    }

    public string Write(IReadOnlyList<string> fields)
    {
        var row = new StringBuilder();
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            row.Append(i == 0 ? string.Empty : Delimiter.ToString());
            var needsQuotes = QuotesAll || (field.Length == 0 && fields.Count == 1) || field.AsSpan().ContainsAny(Delimiter, Quote, '\r') || field.Contains('\n', StringComparison.Ordinal);
            row.Append(needsQuotes ? Quote + field.Replace(Quote.ToString(), new string(Quote, 2), StringComparison.Ordinal) + Quote : field);
        }

        return row.Append(End).ToString();
    }
}
