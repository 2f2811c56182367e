namespace LeakLens.Engine.Known.Patterns;

/// <summary>Turns a parsed pattern into instructions for <see cref="PatternMatcher"/>.</summary>
internal sealed class PatternCompiler
{
    private const int MostInstructions = 4096;

    private readonly List<PatternInstruction> _program = [];
    private int _registers;

    private PatternCompiler(int groups)
    {
        _registers = 2 * (groups + 1);
    }

    /// <summary>The instructions, and how many registers they use: two for each group, then one for each repetition; null when there are too many.</summary>
    public static (PatternInstruction[] Program, int Registers)? Compile(PatternNode root, int groups)
    {
        var compiler = new PatternCompiler(groups);
        compiler.Emit(root);
        compiler.Add(new(PatternOperation.Done));
        return compiler._program.Count > MostInstructions ? null : ([.. compiler._program], compiler._registers);
    }

    private int Add(PatternInstruction instruction)
    {
        _program.Add(instruction);
        return _program.Count - 1;
    }

    private void Emit(PatternNode node)
    {
        if (_program.Count > MostInstructions)
        {
            return;
        }

        switch (node.Kind)
        {
            case PatternNodeKind.Set:
                Add(new(PatternOperation.Take, Set: node.Set));
                break;
            case PatternNodeKind.Sequence:
                foreach (var part in node.Parts)
                {
                    Emit(part);
                }

                break;
            case PatternNodeKind.Choice:
                EmitChoice(node);
                break;
            case PatternNodeKind.Group:
                Add(new(PatternOperation.Save, 2 * node.Number));
                Emit(node.Parts[0]);
                Add(new(PatternOperation.Save, (2 * node.Number) + 1));
                break;
            case PatternNodeKind.Greedy or PatternNodeKind.Lazy:
                EmitRepeat(node);
                break;
            case PatternNodeKind.Possessive:
                EmitInner(PatternOperation.Atomic, node with { Kind = PatternNodeKind.Greedy }, node);
                break;
            case PatternNodeKind.Atomic or PatternNodeKind.LookAhead or PatternNodeKind.NotAhead or PatternNodeKind.LookBehind or PatternNodeKind.NotBehind:
                EmitInner(node.Kind == PatternNodeKind.Atomic ? PatternOperation.Atomic : PatternOperation.Look, node.Parts[0], node);
                break;
            case PatternNodeKind.Reference:
                Add(new(PatternOperation.Reference, node.Number, Flags: node.Flags));
                break;
            case PatternNodeKind.Conditional:
                EmitConditional(node);
                break;
            default:
                Add(new(PatternOperation.Assert, Assertion: node.Kind, Flags: node.Flags));
                break;
        }
    }

    private void EmitChoice(PatternNode node)
    {
        var ends = new List<int>();
        for (var i = 0; i < node.Parts.Count - 1; i++)
        {
            var test = Add(default);
            Emit(node.Parts[i]);
            ends.Add(Add(default));
            _program[test] = new(PatternOperation.Try, test + 1, _program.Count);
        }

        Emit(node.Parts[^1]);
        foreach (var end in ends)
        {
            _program[end] = new(PatternOperation.Jump, _program.Count);
        }
    }

    /// <summary>The address behind the instructions, the width of a lookbehind, and the kind.</summary>
    private void EmitInner(PatternOperation operation, PatternNode inner, PatternNode node)
    {
        var start = Add(default);
        Emit(inner);
        Add(new(PatternOperation.Done));
        _program[start] = new(operation, _program.Count, node.Number, Assertion: node.Kind);
    }

    private void EmitConditional(PatternNode node)
    {
        var test = Add(default);
        Emit(node.Parts[0]);
        var skip = Add(default);
        _program[test] = new(PatternOperation.JumpUnless, node.Number, _program.Count);
        Emit(node.Parts[1]);
        _program[skip] = new(PatternOperation.Jump, _program.Count);
    }

    private void EmitRepeat(PatternNode node)
    {
        var isGreedy = node.Kind == PatternNodeKind.Greedy;
        var inner = node.Parts[0];
        if (inner.Kind == PatternNodeKind.Set)
        {
            Add(new(isGreedy ? PatternOperation.TakeMany : PatternOperation.TakeFew, node.Least, node.Most, inner.Set));
            return;
        }

        for (var i = 0; i < node.Least; i++)
        {
            Emit(inner);
        }

        if (node.Most < 0)
        {
            EmitLoop(inner, isGreedy);
            return;
        }

        var tests = new List<int>();
        for (var i = node.Least; i < node.Most && _program.Count <= MostInstructions; i++)
        {
            tests.Add(Add(default));
            Emit(inner);
        }

        foreach (var test in tests)
        {
            _program[test] = isGreedy ? new(PatternOperation.Try, test + 1, _program.Count) : new(PatternOperation.Try, _program.Count, test + 1);
        }
    }

    private void EmitLoop(PatternNode inner, bool isGreedy)
    {
        var register = _registers++;
        var head = Add(default);
        Add(new(PatternOperation.Save, register));
        Emit(inner);
        var check = Add(default);
        Add(new(PatternOperation.Jump, head));
        _program[check] = new(PatternOperation.JumpIfSame, register, _program.Count);
        _program[head] = isGreedy ? new(PatternOperation.Try, head + 1, _program.Count) : new(PatternOperation.Try, _program.Count, head + 1);
    }
}
