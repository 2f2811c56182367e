namespace LeakLens.Engine.Known;

/// <summary>The comparison of two sequences of hashable values (Lib/difflib.py, SequenceMatcher without a junk function).</summary>
internal sealed class SequenceMatching
{
    private const int LeastPopular = 200;
    private const int PopularPart = 100;
    private readonly int[] _first;
    private readonly int[] _second;
    private readonly Dictionary<int, List<int>> _places = [];
    private readonly WorkMeter _work;
    private long _stepsLeft;
    private List<(int First, int Second, int Size)>? _blocks;

    /// <param name="first">The values as numbers: equal ones have the same.</param>
    /// <param name="hasJunk">What comes too often in a long second sequence is not looked at first.</param>
    public SequenceMatching(int[] first, int[] second, bool hasJunk, long steps, WorkMeter work)
    {
        _first = first;
        _second = second;
        _stepsLeft = steps;
        _work = work;
        work.Add(first.Length + second.Length, WorkMeter.OfSearch);
        for (var i = 0; i < second.Length; i++)
        {
            if (!_places.TryGetValue(second[i], out var places))
            {
                _places.Add(second[i], places = []);
            }

            places.Add(i);
        }

        if (hasJunk && second.Length >= LeastPopular)
        {
            var most = (second.Length / PopularPart) + 1;
            foreach (var (value, _) in _places.Where(entry => entry.Value.Count > most).ToList())
            {
                _places.Remove(value);
            }
        }
    }

    /// <summary>It takes too long: nothing is known of the result.</summary>
    public bool IsSpent => _stepsLeft <= 0;

    public long StepsLeft => _stepsLeft;

    /// <summary>The stretches that both have in common, and one of no length at the end.</summary>
    public IReadOnlyList<(int First, int Second, int Size)> Blocks => _blocks ??= FindBlocks();

    /// <summary>What makes one sequence of the other, step by step.</summary>
    public IEnumerable<(string Tag, int FirstStart, int FirstEnd, int SecondStart, int SecondEnd)> Operations()
    {
        var (i, j) = (0, 0);
        foreach (var (first, second, size) in Blocks)
        {
            if (i < first || j < second)
            {
                yield return (i == first ? "insert" : j == second ? "delete" : "replace", i, first, j, second);
            }

            (i, j) = (first + size, second + size);
            if (size > 0)
            {
                yield return ("equal", first, i, second, j);
            }
        }
    }

    public double Ratio()
    {
        var length = _first.Length + _second.Length;
        return length == 0 ? 1.0 : 2.0 * Blocks.Sum(static block => block.Size) / length;
    }

    public (int First, int Second, int Size) LongestMatch(int firstStart, int firstEnd, int secondStart, int secondEnd)
    {
        var (bestFirst, bestSecond, bestSize) = (firstStart, secondStart, 0);
        var lengths = new Dictionary<int, int>();
        var stepsBefore = _stepsLeft;
        for (var i = firstStart; i < firstEnd && !IsSpent; i++)
        {
            var next = new Dictionary<int, int>();
            _stepsLeft--;
            foreach (var j in _places.GetValueOrDefault(_first[i]) ?? [])
            {
                _stepsLeft--;
                if (j < secondStart)
                {
                    continue;
                }

                if (j >= secondEnd)
                {
                    break;
                }

                var size = next[j] = lengths.GetValueOrDefault(j - 1) + 1;
                if (size > bestSize)
                {
                    (bestFirst, bestSecond, bestSize) = (i - size + 1, j - size + 1, size);
                }
            }

            lengths = next;
        }

        _work.Add(stepsBefore - _stepsLeft, WorkMeter.OfSearch);

        // What comes too often joins where it stands beside the rest.
        while (bestFirst > firstStart && bestSecond > secondStart && _first[bestFirst - 1] == _second[bestSecond - 1])
        {
            (bestFirst, bestSecond, bestSize) = (bestFirst - 1, bestSecond - 1, bestSize + 1);
        }

        while (bestFirst + bestSize < firstEnd && bestSecond + bestSize < secondEnd && _first[bestFirst + bestSize] == _second[bestSecond + bestSize])
        {
            bestSize++;
        }

        return (bestFirst, bestSecond, bestSize);
    }

    private List<(int First, int Second, int Size)> FindBlocks()
    {
        var open = new Stack<(int, int, int, int)>([(0, _first.Length, 0, _second.Length)]);
        var found = new List<(int First, int Second, int Size)>();
        while (!IsSpent && open.TryPop(out var part))
        {
            var (firstStart, firstEnd, secondStart, secondEnd) = part;
            var (first, second, size) = LongestMatch(firstStart, firstEnd, secondStart, secondEnd);
            if (size == 0)
            {
                continue;
            }

            found.Add((first, second, size));
            if (firstStart < first && secondStart < second)
            {
                open.Push((firstStart, first, secondStart, second));
            }

            if (first + size < firstEnd && second + size < secondEnd)
            {
                open.Push((first + size, firstEnd, second + size, secondEnd));
            }
        }

        found.Sort();
        return Joined(found);
    }

    private List<(int First, int Second, int Size)> Joined(List<(int First, int Second, int Size)> found)
    {
        var joined = new List<(int First, int Second, int Size)>();
        foreach (var block in found)
        {
            if (joined is [.., var last] && last.First + last.Size == block.First && last.Second + last.Size == block.Second)
            {
                joined[^1] = (last.First, last.Second, last.Size + block.Size);
            }
            else
            {
                joined.Add(block);
            }
        }

        joined.Add((_first.Length, _second.Length, 0));
        return joined;
    }
}
