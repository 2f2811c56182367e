using LeakLens.Engine.Heap;
using LeakLens.Engine.Known.Dates;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Clocks in the exact run: which reading came first is known, and how much sleep lies between two.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Who reads a clock more often waits for a time to come.</summary>
    private const int MostReadings = 200_000;

    private int _readings;

    /// <summary>Seconds that were slept while there was nobody else to go on.</summary>
    private double _slept;

    /// <summary>So often was something called that may have taken any time.</summary>
    private int _waits;

    /// <summary><c>time.time()</c> and its like; null for all other functions.</summary>
    private Value? CallClock(string name, CallArguments arguments, SyntaxNode node)
    {
        var isObject = name is "datetime.datetime.now" or "datetime.datetime.utcnow";
        if (!isObject && name is not ("time.time" or "time.monotonic" or "time.perf_counter"))
        {
            return null;
        }

        if (++_readings > MostReadings)
        {
            NotDetermined();
        }

        var clock = arguments.Positional.Count + arguments.Named.Count == 0 ? name : name + " of a zone";
        var at = new ReadingPlace(_readings, _slept + (_strands?.Now ?? 0), _budget.Taken, _waits);
        return Lower(new KnownReading(clock, at, Shift: 0, isObject), node);
    }

    /// <summary>A float of which only that is known.</summary>
    private Value NewTime(KnownTime time, SyntaxNode node)
    {
        var made = _heap.Allocate(ObjectKind.Float, node, _frame.Context);
        made.Known = time;
        return Value.OfSomeFloat(made);
    }

    /// <summary>Who does not know what a library answers does not know when, either: it may have waited for a person, a process or the network.</summary>
    private void NoteWait(Value answer)
    {
        if (IsExact && answer.Kind switch
        {
            ValueKind.None or ValueKind.Float or ValueKind.Text or ValueKind.ByteText or ValueKind.Known => false,
            ValueKind.Int or ValueKind.Bool => !answer.Number.IsExact,
            ValueKind.Object => answer.Reference is not ({ Contents: not null } or { Kind: ObjectKind.Instance or ObjectKind.Iterator or ObjectKind.Function or ObjectKind.Float }) && KnownText(answer) is null && answer.Content is null,
            _ => !answer.IsAbsent,
        })
        {
            _waits++;
        }
    }
}
