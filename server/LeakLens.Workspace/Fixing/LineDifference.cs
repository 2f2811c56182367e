namespace LeakLens.Workspace.Fixing;

/// <summary>The shortest way from one list of lines to another: Myers' algorithm, between what both begin and end with.</summary>
public static class LineDifference
{
    /// <summary>Beyond it the rest is told as taken out and put in: the diff is longer than it could be, and right.</summary>
    private const int MostSteps = 4000;

    /// <summary>Each line of both, in order: kept (' '), taken out ('-') or put in ('+').</summary>
    public static List<(char Kind, string Line)> Find(IReadOnlyList<string> old, IReadOnlyList<string> changed)
    {
        var head = 0;
        while (head < old.Count && head < changed.Count && Same(old[head], changed[head]))
        {
            head++;
        }

        var tail = 0;
        while (tail < old.Count - head && tail < changed.Count - head && Same(old[^(tail + 1)], changed[^(tail + 1)]))
        {
            tail++;
        }

        var lines = new List<(char, string)>();
        lines.AddRange(old.Take(head).Select(static line => (' ', line)));
        lines.AddRange(Between([.. old.Skip(head).Take(old.Count - head - tail)], [.. changed.Skip(head).Take(changed.Count - head - tail)]));
        lines.AddRange(old.Skip(old.Count - tail).Select(static line => (' ', line)));
        return lines;
    }

    private static List<(char Kind, string Line)> Between(string[] old, string[] changed)
    {
        var most = Math.Min(old.Length + changed.Length, MostSteps);
        var farthest = new int[(2 * most) + 2];
        var history = new List<int[]>();
        for (var steps = 0; steps <= most; steps++)
        {
            history.Add((int[])farthest.Clone());
            for (var diagonal = -steps; diagonal <= steps; diagonal += 2)
            {
                var x = IsDown(farthest, diagonal, steps, most) ? farthest[most + diagonal + 1] : farthest[most + diagonal - 1] + 1;
                while (x < old.Length && x - diagonal < changed.Length && Same(old[x], changed[x - diagonal]))
                {
                    x++;
                }

                farthest[most + diagonal] = x;
                if (x >= old.Length && x - diagonal >= changed.Length)
                {
                    return Back(old, changed, history, most);
                }
            }
        }

        return [.. old.Select(static line => ('-', line)), .. changed.Select(static line => ('+', line))];
    }

    private static bool IsDown(int[] farthest, int diagonal, int steps, int middle) =>
        diagonal == -steps || (diagonal != steps && farthest[middle + diagonal - 1] < farthest[middle + diagonal + 1]);

    private static List<(char Kind, string Line)> Back(string[] old, string[] changed, List<int[]> history, int middle)
    {
        var lines = new List<(char, string)>();
        var (x, y) = (old.Length, changed.Length);
        for (var steps = history.Count - 1; steps >= 0; steps--)
        {
            var farthest = history[steps];
            var diagonal = x - y;
            var isDown = IsDown(farthest, diagonal, steps, middle);
            var before = isDown ? diagonal + 1 : diagonal - 1;
            var (fromX, fromY) = (farthest[middle + before], farthest[middle + before] - before);
            while (x > Math.Max(0, fromX) && y > Math.Max(0, fromY))
            {
                lines.Add((' ', old[--x]));
                y--;
            }

            if (steps > 0)
            {
                lines.Add(isDown ? ('+', changed[--y]) : ('-', old[--x]));
            }
        }

        lines.Reverse();
        return lines;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
