using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Known.Dates;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// The exact run: what the program determines by itself is run trip by trip, with containers whose contents are known one by
/// one. Where something that is not known would decide, it ends, and the abstract run answers.
/// </summary>
internal sealed partial class Evaluator
{
    /// <summary>CPython's own limit of recursion, and some room for the calls that the interpreter makes.</summary>
    private const int DeepestExactCall = 1_000;

    /// <summary>Functions that call each other in a larger circle are not looked at as one loop.</summary>
    private const int FarthestRecursion = 12;

    private bool IsExact => _heap.IsExact;

    [DoesNotReturn]
    private static void NotDetermined() => throw new NotDeterminedException();

    /// <summary>What the program determines takes more than an exact run may.</summary>
    private static void TooMuch() => throw new NotDeterminedException { IsTooMuch = true };

    /// <summary>Whether the stack allows what comes inside. The exact run does not go on without.</summary>
    private bool HasStack()
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return true;
        }

        return IsExact ? throw new NotDeterminedException { NeedsStack = true } : false;
    }

    /// <summary>In the exact run there is nothing to fork: both ways cannot happen.</summary>
    private void RequireAbstract()
    {
        if (_heap.IsExact)
        {
            NotDetermined();
        }
    }

    /// <summary>What is alive must fit: a look at it now and then, so that garbage does not count.</summary>
    private void RequireRoom()
    {
        const long MostBytes = 128L << 20;
        const int BytesPerStep = 2_000;
        _exactSize ??= new ExactSize(_heap, Target);
        var (objects, bytes, characters) = _exactSize.Count(RootsOfAll());
        if (bytes > MostBytes && _hasByteArrays)
        {
            // Most programs never look at what is in their buffers.
            (objects, bytes, characters) = _exactSize.Count(RootsOfAll(), forgetsBuffers: true);
        }

        _growths.DropDead(_exactSize.LatestWalk);
        _budget.StepAside((int)Math.Min(bytes / BytesPerStep, int.MaxValue));
        _heap.Looked(objects);
        _roomForTexts = RoomForTexts - (int)Math.Min(characters, RoomForTexts);
        _lookForTextsBelow = _roomForTexts - TextsBetweenLooks;
        if (bytes > MostBytes)
        {
            TooMuch();
        }
    }

    private IEnumerable<Value> RootsOfAll()
    {
        var roots = PeakLog.Roots(made: null, _temporaries, _frame);
        roots = roots.Concat(_filling.Select(static container => Value.Of(container)));
        foreach (var other in _waiting)
        {
            roots = roots.Concat(PeakLog.Roots(made: null, other.Temporaries, other.Frame));
        }

        return roots;
    }

    /// <summary>So much was made since the last look that some of it may be dead by now and leave room.</summary>
    private bool NeedsLook => _heap.NeedsLook || (_roomForTexts < _lookForTextsBelow && _roomForTexts > 0);

    /// <summary>Characters.</summary>
    private const int TextsBetweenLooks = 1 << 22;

    private int _lookForTextsBelow = RoomForTexts - TextsBetweenLooks;

    private ExactSize? _exactSize;

    private Completion RunEveryTrip(LoopActivation loop, Func<bool?> next, Func<Completion> body)
    {
        if (NeverEnds(loop.Node))
        {
            NotDetermined();
        }

        var outlook = new Outlook(_budget.Taken - _budget.TakenAside);
        while (true)
        {
            _budget.Step();
            loop.FirstBirthOfTrip = _heap.ObjectCount;
            if (NeedsLook)
            {
                RequireRoom();
            }

            var go = next();
            if (AfterCall() is var broken and not Completion.Normal)
            {
                return broken;
            }

            switch (go)
            {
                case null:
                    NotDetermined();
                    break;
                case false:
                    return Completion.Normal;
                default:
                    break;
            }

            var completion = body();
            loop.Evaluated++;
            loop.Trips += Quantity.One;
            if (completion is not (Completion.Normal or Completion.Continue))
            {
                return completion;
            }

            if (loop.Expected > 0 && outlook.IsHopeless(_budget.Taken - _budget.TakenAside, loop.Expected - loop.Evaluated, _budget.Left))
            {
                RequireExit(loop);
            }
        }
    }

    /// <summary>A loop that will plainly take too much, unless its text leaves it, is not run any further.</summary>
    private static void RequireExit(LoopActivation loop)
    {
        if (!ExitFinder.CanLeave(loop.Node))
        {
            TooMuch();
        }

        loop.Expected = 0;
    }

    private readonly HashSet<Scope> _recursive = [];

    /// <summary>A function that calls itself repeats, as a loop does: what is older than its first call may grow in it.</summary>
    private LoopActivation? EnterRecursion(Frame frame, FunctionValue definition)
    {
        if (_recursive.Contains(definition.Scope))
        {
            for (var loop = _loop; loop is not null; loop = loop.Outer)
            {
                if (loop.IsRecursion && ReferenceEquals(loop.Node, definition.Definition))
                {
                    loop.FirstBirthOfTrip = _heap.ObjectCount;
                    loop.Trips += Quantity.One;
                }
            }

            return null;
        }

        Frame? first = null;
        var steps = 0;
        for (var caller = frame.Caller; caller is not null && steps++ < FarthestRecursion; caller = caller.Caller)
        {
            first = ReferenceEquals(caller.Scope, definition.Scope) ? caller : first;
        }

        if (first is null)
        {
            return null;
        }

        _recursive.Add(definition.Scope);
        _loop = new LoopActivation(definition.Definition, _loop, first.Storage.Birth, journalMark: 0, _states) { IsRecursion = true, FirstBirthOfTrip = _heap.ObjectCount };
        return _loop;
    }

    /// <summary>When a function that calls itself returns from deeper than ever, what all its calls hold may be the peak.</summary>
    private void NoteDepth(Frame frame, FunctionValue definition)
    {
        const int Finest = 32;
        if (!IsExact || _depth <= _deepestNoted + (_deepestNoted / Finest) || !_recursive.Contains(definition.Scope))
        {
            return;
        }

        _deepestNoted = _depth;
        HeapObject? largest = null;
        foreach (ref readonly var slot in frame.Storage.Locals)
        {
            var held = slot.Value.Reference;
            largest = held is { Kind: not ObjectKind.Growth } && (largest is null || ObjectBytes.Own(held).High > ObjectBytes.Own(largest).High) ? held : largest;
        }

        if (largest is not null)
        {
            Peaks.Deep(largest, _temporaries, frame, isEntryPoint: _firstEntryBirth > 0);
        }
    }

    private int _deepestNoted;

    private void LeaveRecursion(LoopActivation? recursion)
    {
        if (recursion is null)
        {
            return;
        }

        _recursive.RemoveWhere(scope => ReferenceEquals(ModuleFrame.Module.Scopes.GetScope(recursion.Node), scope));
        _growths.MeasureLoop(recursion);
        _growths.LeaveLoop(recursion);
        _loop = recursion.Outer;
    }

    /// <summary>A loop that is meant to go on for ever is not worth its first trip.</summary>
    private static bool NeverEnds(SyntaxNode node) => node is While { Test: Constant { Value: not (null or false) } } loop && !ExitFinder.CanLeave(loop);

    /// <summary>More trips than steps are left need not be begun.</summary>
    private void RequireAffordable(Quantity trips)
    {
        if (IsExact && trips.Low > _budget.Left)
        {
            TooMuch();
        }
    }

    /// <summary>What makes a key equal to another; null when that is not known.</summary>
    private ExactKey? ExactKeyOf(Value key)
    {
        switch (key.Kind)
        {
            case ValueKind.Int or ValueKind.Bool:
                return key.Number.IsExact ? ExactKey.Of(key.Number.Low) : key.LargeInt is { } large ? ExactKey.OfIdentity(large) : null;
            case ValueKind.Float:
                return ExactKey.Of(key.FloatValue);
            case ValueKind.None:
                return ExactKey.None;
            case ValueKind.Key when key.Key is { } identity:
                return ExactKey.OfIdentity(identity);
            case ValueKind.Known when key.Thing is { } thing:
                return ExactKey.OfIdentity(thing);
            case ValueKind.ByteText or ValueKind.Object when key.Content is { } bytes:
                return ExactKey.OfIdentity(("bytes", System.Text.Encoding.Latin1.GetString(bytes)));
            case ValueKind.Object when key.Reference?.Known is KnownObject { IsKey: true } thing:
                return thing.Number switch
                {
                    BigInteger whole when BigInteger.Abs(whole) <= LargestInt => ExactKey.Of((long)whole),
                    double number => ExactKey.Of(number),
                    _ => ExactKey.OfIdentity(thing),
                };
            case ValueKind.Unknown when key.Reference?.Known is KnownReading reading:
                return ExactKey.OfIdentity(reading);
            case ValueKind.Text or ValueKind.Object:
                return KnownText(key) is { } text ? ExactKey.Of(text) : key.Reference is { } target ? ExactKeyOfObject(key, target) : null;
            default:
                return null;
        }
    }

    private ExactKey? ExactKeyOfObject(Value key, HeapObject target)
    {
        if (target.IsSummary)
        {
            return null;
        }

        if (target.Known is DrawnName name)
        {
            return ExactKey.OfIdentity(name);
        }

        if (target.Kind == ObjectKind.Tuple)
        {
            return ExactKeyOfTuple(target);
        }

        if (target is { Kind: ObjectKind.Set, Contents: EntryContents members })
        {
            // Only frozen sets are keys.
            _budget.Step(1 + members.Count);
            return ExactKey.OfMembers(members.Identities);
        }

        if (target.Payload is BoundMethodValue { Function: { } function, Receiver.Reference: { } receiver })
        {
            return ExactKey.OfIdentity((function, receiver));
        }

        if (target.Kind == ObjectKind.Instance && ClassOf(target) is { Payload: ClassValue definition } type)
        {
            return ExactKeyOfInstance(key, target, type, definition);
        }

        return IdentityOfInstance(key, depth: 0) is { } identity ? ExactKey.OfIdentity(identity)
            : ComparesByIdentity(key) ? ExactKey.OfIdentity(target)
            : null;
    }

    private ExactKey? ExactKeyOfTuple(HeapObject tuple)
    {
        if (tuple.GetMeta(Meta.Length) is not { IsExact: true, Low: < 1_000 } length)
        {
            return null;
        }

        var parts = new ExactKey[length.Low];
        for (var i = 0; i < parts.Length; i++)
        {
            if (ExactKeyOf(tuple.Get(SlotKey.Item(i))) is not { } part)
            {
                return null;
            }

            parts[i] = part;
        }

        return ExactKey.OfParts(parts);
    }

    private ExactKey RequireKey(Value key)
    {
        if (ExactKeyOf(key) is not { } identity)
        {
            throw new NotDeterminedException();
        }

        return identity;
    }

    private static long RequireLength(HeapObject container) => container.GetMeta(Meta.Length).Low;

    /// <summary>The items of a value that are known one by one; null when they are not. Ints of a range and characters are made here.</summary>
    private List<Value>? ItemsOf(Value source, SyntaxNode node)
    {
        if (KnownText(source) is { } text)
        {
            _budget.Step(1 + (text.Length / 8));
            return [.. Points.Split(text).Select(character => Points.CodeOf(character) <= byte.MaxValue ? Value.OfText(character) : NewText(character, node))];
        }

        if (ContentOf(source) is { } bytes)
        {
            _budget.Step(1 + (bytes.Length / 8));
            return [.. bytes.Select(static one => Value.OfInt(one))];
        }

        return source.Reference switch
        {
            { Contents: ItemContents items } => CopyOfItems(items),
            { Contents: EntryContents entries } => KeysOf(entries),
            { Kind: ObjectKind.Tuple, IsSummary: false } tuple when tuple.GetMeta(Meta.Length) is { IsExact: true } length && HasAllItems(tuple, 0, length.Low) =>
                [.. Enumerable.Range(0, (int)length.Low).Select(i => tuple.Get(SlotKey.Item(i)))],
            { Payload: RangeValue range } => NumbersOf(range, node),
            { Known: IKnownRecord record } tuple => [.. record.Holds.Select(part => tuple.Get(SlotKey.Attribute(part.Name)))],
            _ => null,
        };
    }

    private List<Value> CopyOfItems(ItemContents items)
    {
        NoteDrawn(items.Count);
        return [.. items.All];
    }

    private void NoteDrawn(int items)
    {
        const int ItemsPerStep = 64;
        _budget.Step(1 + (items / ItemsPerStep));
    }

    private List<Value> KeysOf(EntryContents entries)
    {
        var keys = new List<Value>(entries.Count);
        for (var i = 0; i < entries.Count; i++)
        {
            keys.Add(entries.At(i).Key);
        }

        _budget.Step(1 + (keys.Count / 8));
        return keys;
    }

    private List<Value>? NumbersOf(RangeValue range, SyntaxNode node)
    {
        if (range.Count is not { IsExact: true, HasFiniteHigh: true } count || !range.Start.IsExact || !range.Step.IsExact)
        {
            return null;
        }

        RequireFew(count.Low);
        var numbers = new List<Value>((int)count.Low);
        for (var i = 0L; i < count.Low; i++)
        {
            _budget.Step();
            numbers.Add(NewInt(range.Start + (range.Step * i), node));
        }

        return numbers;
    }
}
