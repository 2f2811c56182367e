using System.Runtime.InteropServices;

namespace LeakLens.Engine.Known.Patterns;

/// <summary>
/// Runs a compiled pattern over a text, trying one way after the other as CPython's engine does, with a stack of its own. It
/// takes a bounded number of steps.
/// </summary>
internal sealed class PatternMatcher
{
    private const int MostEntries = 1 << 20;

    private readonly PatternInstruction[] _program;
    private readonly string _text;
    private readonly int _end;
    private readonly int[] _registers;
    private readonly Stack<Entry> _stack = new();
    private int _stepsLeft;

    public PatternMatcher(PatternInstruction[] program, int registers, string text, int end, int steps)
    {
        _program = program;
        _registers = new int[registers];
        _text = text;
        _end = end;
        _stepsLeft = steps;
    }

    /// <summary>No steps are left: nothing is known of the result.</summary>
    public bool IsSpent => _stepsLeft <= 0 || _stack.Count > MostEntries;

    public int StepsLeft => _stepsLeft;

    /// <summary>The registers of a match that begins here; null when there is none.</summary>
    /// <param name="isWhole">The match has to end where the text does.</param>
    /// <param name="isNotEmpty">The match has to take something.</param>
    public int[]? MatchAt(int start, bool isWhole, bool isNotEmpty)
    {
        _stack.Clear();
        Array.Fill(_registers, -1);
        var end = Run(0, start, at => (!isWhole || at == _end) && (!isNotEmpty || at > start));
        if (end < 0)
        {
            return null;
        }

        _registers[0] = start;
        _registers[1] = end;
        return [.. _registers];
    }

    /// <summary>Where the match ends; -1 when there is none.</summary>
    private int Run(int address, int at, Func<int, bool>? accepts)
    {
        var floor = _stack.Count;
        while (!IsSpent)
        {
            _stepsLeft--;
            var instruction = _program[address];
            if (instruction.Operation == PatternOperation.Done)
            {
                if (accepts is null || accepts(at))
                {
                    return at;
                }
            }
            else if (TryStep(instruction, ref address, ref at))
            {
                continue;
            }

            if (!TryBack(floor, ref address, ref at))
            {
                return -1;
            }
        }

        return -1;
    }

    private bool TryStep(in PatternInstruction instruction, ref int address, ref int at)
    {
        switch (instruction.Operation)
        {
            case PatternOperation.Take:
                address++;
                return at < _end && instruction.Set is { } set && set.Contains(_text[at++]);
            case PatternOperation.TakeMany or PatternOperation.TakeFew:
                return TryTakeMany(instruction, ref address, ref at);
            case PatternOperation.Try:
                _stack.Push(new Entry(instruction.Second, at, at, -1));
                address = instruction.First;
                return true;
            case PatternOperation.Jump:
                address = instruction.First;
                return true;
            case PatternOperation.Save:
                _stack.Push(new Entry(-1, _registers[instruction.First], 0, instruction.First));
                _registers[instruction.First] = at;
                address++;
                return true;
            case PatternOperation.JumpIfSame:
                address = _registers[instruction.First] == at ? instruction.Second : address + 1;
                return true;
            case PatternOperation.JumpUnless:
                address = _registers[(2 * instruction.First) + 1] >= 0 ? address + 1 : instruction.Second;
                return true;
            case PatternOperation.Look or PatternOperation.Atomic:
                return TryInner(instruction, ref address, ref at);
            case PatternOperation.Reference:
                address++;
                return TryRefer(instruction, ref at);
            default:
                address++;
                return Holds(instruction, at);
        }
    }

    private bool TryTakeMany(in PatternInstruction instruction, ref int address, ref int at)
    {
        var most = instruction.Second < 0 ? _end - at : Math.Min(instruction.Second, _end - at);
        var wanted = instruction.Operation == PatternOperation.TakeMany ? most : instruction.First;
        var count = 0;
        while (count < wanted && count < most && instruction.Set is { } set && set.Contains(_text[at + count]))
        {
            count++;
        }

        _stepsLeft -= count / 8;
        if (count < instruction.First)
        {
            return false;
        }

        address++;
        if (instruction.Operation == PatternOperation.TakeMany && count > instruction.First)
        {
            // On the way back the place moves down to where the least count ends.
            _stack.Push(new Entry(address, at + count - 1, at + instruction.First, -1));
        }
        else if (instruction.Operation == PatternOperation.TakeFew && most > count)
        {
            _stack.Push(new Entry(address - 1, at + count, at + most, -2));
        }

        at += count;
        return true;
    }

    /// <summary>Goes back to the latest way that was not tried.</summary>
    private bool TryBack(int floor, ref int address, ref int at)
    {
        while (_stack.Count > floor)
        {
            var entry = _stack.Pop();
            if (entry.Register >= 0)
            {
                _registers[entry.Register] = entry.At;
                continue;
            }

            if (entry.Register == -2)
            {
                if (_program[entry.Address].Set is not { } set || !set.Contains(_text[entry.At]))
                {
                    continue;
                }

                (address, at) = (entry.Address + 1, entry.At + 1);
                if (at < entry.Limit)
                {
                    _stack.Push(entry with { At = at });
                }

                return true;
            }

            (address, at) = (entry.Address, entry.At);
            if (at > entry.Limit)
            {
                _stack.Push(entry with { At = at - 1 });
            }

            return true;
        }

        return false;
    }

    private bool TryInner(in PatternInstruction instruction, ref int address, ref int at)
    {
        var kind = instruction.Assertion;
        var start = kind is PatternNodeKind.LookBehind or PatternNodeKind.NotBehind ? at - instruction.Second : at;
        var before = _stack.Count;
        var end = start < 0 ? -1 : Run(address + 1, start, kind is PatternNodeKind.LookBehind or PatternNodeKind.NotBehind ? LandsOn(at) : null);
        var isNegative = kind is PatternNodeKind.NotAhead or PatternNodeKind.NotBehind;
        KeepRegisters(before, undo: isNegative && end >= 0);
        if (end >= 0 == isNegative)
        {
            return false;
        }

        at = instruction.Operation == PatternOperation.Atomic ? end : at;
        address = instruction.First;
        return true;
    }

    private static Func<int, bool> LandsOn(int place) => at => at == place;

    /// <summary>What was inside is not tried another way; but going back further still restores what it wrote.</summary>
    private void KeepRegisters(int floor, bool undo)
    {
        var kept = new List<Entry>();
        while (_stack.Count > floor)
        {
            var entry = _stack.Pop();
            if (entry.Register >= 0)
            {
                kept.Add(entry);
                if (undo)
                {
                    _registers[entry.Register] = entry.At;
                }
            }
        }

        for (var i = kept.Count - 1; i >= 0 && !undo; i--)
        {
            _stack.Push(kept[i]);
        }
    }

    private bool TryRefer(in PatternInstruction instruction, ref int at)
    {
        var (start, end) = (_registers[2 * instruction.First], _registers[(2 * instruction.First) + 1]);
        if (start < 0 || end < start || end - start > _end - at)
        {
            return false;
        }

        var isSame = _text.AsSpan(start, end - start).Equals(
            _text.AsSpan(at, end - start), instruction.Flags.HasFlag(PatternFlags.IgnoreCase) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        at += end - start;
        return isSame;
    }

    private bool Holds(in PatternInstruction instruction, int at)
    {
        var isMultiline = instruction.Flags.HasFlag(PatternFlags.Multiline);
        switch (instruction.Assertion)
        {
            case PatternNodeKind.LineStart:
                return at == 0 || (isMultiline && _text[at - 1] == '\n');
            case PatternNodeKind.LineEnd:
                return at == _end || (_text[at] == '\n' && (isMultiline || at + 1 == _end));
            case PatternNodeKind.TextStart:
                return at == 0;
            case PatternNodeKind.TextEnd:
                return at == _end;
            default:
                var before = at > 0 && CharacterSet.IsWord(_text[at - 1], instruction.Flags);
                var behind = at < _end && CharacterSet.IsWord(_text[at], instruction.Flags);
                return _end > 0 && before != behind == (instruction.Assertion == PatternNodeKind.WordBorder);
        }
    }

    /// <summary>A way that was not tried (register -1, or -2 to take one character more), or what a register held.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(int Address, int At, int Limit, int Register);
}
