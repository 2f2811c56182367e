using System.Text;

namespace LeakLens.Server.Cli;

/// <summary>Shows a rule's page on a terminal. It knows the Markdown that the pages use, no more.</summary>
internal static class MarkdownTerminal
{
    private const string Reset = "\e[0m";
    private const string Title = "\e[1;4m";
    private const string Heading = "\e[1;36m";
    private const string Code = "\e[33m";
    private const string Link = "\e[2m";

    public static void Write(TextWriter output, string markdown)
    {
        var isInFence = false;
        foreach (var line in markdown.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isInFence = !isInFence;
                continue;
            }

            output.WriteLine(isInFence ? $"    {Code}{line}{Reset}".TrimEnd() : RenderLine(line));
        }
    }

    private static string RenderLine(string line)
    {
        if (line.StartsWith("# ", StringComparison.Ordinal))
        {
            return Title + line[2..] + Reset;
        }

        return line.StartsWith("## ", StringComparison.Ordinal) ? Heading + line[3..] + Reset : RenderInline(line);
    }

    private static string RenderInline(string line)
    {
        var rendered = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length;)
        {
            i = line[i] switch
            {
                '`' => AppendCode(line, i, rendered),
                '[' => AppendLink(line, i, rendered),
                _ => AppendPlain(line, i, rendered),
            };
        }

        return rendered.ToString();
    }

    private static int AppendCode(string line, int start, StringBuilder rendered)
    {
        var end = line.IndexOf('`', start + 1);
        if (end < 0)
        {
            return AppendPlain(line, start, rendered);
        }

        rendered.Append(Code).Append(line, start + 1, end - start - 1).Append(Reset);
        return end + 1;
    }

    private static int AppendLink(string line, int start, StringBuilder rendered)
    {
        var middle = line.IndexOf("](", start, StringComparison.Ordinal);
        var end = middle < 0 ? -1 : line.IndexOf(')', middle);
        if (end < 0)
        {
            return AppendPlain(line, start, rendered);
        }

        rendered.Append(RenderInline(line[(start + 1)..middle])).Append(' ').Append(Link).Append(line, middle + 2, end - middle - 2).Append(Reset);
        return end + 1;
    }

    private static int AppendPlain(string line, int at, StringBuilder rendered)
    {
        rendered.Append(line[at]);
        return at + 1;
    }
}
