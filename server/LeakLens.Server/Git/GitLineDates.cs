using System.Globalization;

namespace LeakLens.Server.Git;

/// <summary>Since when the lines of a file are what they are, as of the last commit. The working tree is not asked: git would read it through the filters of the repository.</summary>
internal sealed class GitLineDates
{
    private readonly Dictionary<string, Queue<DateOnly>> _byText = new(StringComparer.Ordinal);

    /// <exception cref="GitException">git does not know the file, or is not there.</exception>
    public static async Task<GitLineDates> OfAsync(string fullPath, CancellationToken token)
    {
        var git = GitCommand.In(Path.GetDirectoryName(fullPath) ?? ".");
        var blame = await git.AskAsync(token, "blame", "--no-textconv", "--porcelain", "HEAD", "--", Path.GetFileName(fullPath));
        var dates = new GitLineDates();
        dates.Read(blame);
        return dates;
    }

    /// <summary>Of the next line with this text, asked for from the top down; null for one that is not committed.</summary>
    public DateOnly? Take(string line) => _byText.TryGetValue(line.TrimEnd('\r'), out var dates) && dates.TryDequeue(out var date) ? date : null;

    /// <summary>Each line has a heading with its commit, what is new about that commit, and a tab before its text.</summary>
    private void Read(string blame)
    {
        var times = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        var commit = "";
        var isHeading = true;
        foreach (var line in blame.Split('\n'))
        {
            if (isHeading)
            {
                commit = line.Split(' ')[0];
                isHeading = false;
            }
            else if (line.StartsWith("author-time ", StringComparison.Ordinal) && long.TryParse(line.AsSpan("author-time ".Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            {
                times[commit] = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime);
            }
            else if (line.StartsWith('\t'))
            {
                Add(line[1..].TrimEnd('\r'), times.GetValueOrDefault(commit));
                isHeading = true;
            }
        }
    }

    private void Add(string text, DateOnly date)
    {
        if (!_byText.TryGetValue(text, out var dates))
        {
            _byText[text] = dates = new Queue<DateOnly>();
        }

        dates.Enqueue(date);
    }
}
