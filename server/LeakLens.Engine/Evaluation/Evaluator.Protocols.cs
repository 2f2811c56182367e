using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Iteration over objects of the program, and stepping by hand: <c>__iter__</c>, <c>__next__</c>, <c>next</c>, <c>send</c>.</summary>
internal sealed partial class Evaluator
{
    /// <summary>What a loop over the value steps through: what <c>__iter__</c> gives, the members of an Enum, or the value itself.</summary>
    private Value IterableOf(Value value, SyntaxNode node)
    {
        if (value.Reference is not { } target)
        {
            return value;
        }

        if (IsExact && target.Payload is Library.TypeModel && CallExactLibraryMethod(target, "__iter__", CallArguments.None, node) is { } iterator)
        {
            return iterator;
        }

        if (target.Payload is Library.TypeModel type && type.FindMethod("__iter__") is { } model)
        {
            return RunModel(model, value, CallArguments.None, node);
        }

        if (IsExact && BitsOfFlag(value, node) is { } bits)
        {
            return Value.Of(NewTuple(bits, node));
        }

        return target.Kind == ObjectKind.Class
            ? MembersOf(value)
            : CallSpecial(value, "__iter__", CallArguments.None, node) ?? CallSpecial(value, "__aiter__", CallArguments.None, node) ?? value;
    }

    private IterationKind KindOfIteration(Value iterable)
    {
        if (iterable.Reference is { } stream && StepsByItself(stream))
        {
            return IterationKind.Protocol;
        }

        if (iterable.Reference is not { } target || ClassOf(target) is not { } type)
        {
            return IterationKind.Over;
        }

        return FindInClass(type, "__next__") is not null || FindInClass(type, "__anext__") is not null ? IterationKind.Protocol
            : target.Kind == ObjectKind.Instance && FindInClass(type, "__getitem__") is not null ? IterationKind.Items
            : IterationKind.Over;
    }

    private bool? NextByProtocol(Value source, SyntaxNode node, out Value item)
    {
        var found = Value.Unknown;
        if (source.Reference is { } stepped && ClassOf(stepped) is { } type && FindInClass(type, "__next__") is null && FindInClass(type, "__anext__") is not null)
        {
            var more = UntilRaised("StopAsyncIteration", () => found = CallSpecial(source, "__anext__", CallArguments.None, node) is { } awaited ? Await(awaited, node) : Value.Unknown);
            item = found;
            return more;
        }

        var goes = UntilRaised("StopIteration", () => found = CallSpecial(source, "__next__", CallArguments.None, node) ?? NextOfLibrary(source, node) ?? Value.Unknown);
        item = found;
        return goes;
    }

    private bool? NextByIndex(Value source, Quantity position, SyntaxNode node, out Value item)
    {
        var found = Value.Unknown;
        var goes = UntilRaised("IndexError", () => found = CallSpecial(source, "__getitem__", new CallArguments([NewInt(position, node)], []), node) ?? Value.Unknown);
        item = found;
        if (goes == true && _loop is { MayEndByIndex: false } loop && FindSpecial(source, "__getitem__") is { Payload: FunctionValue { Definition: FunctionDef method } })
        {
            loop.MayEndByIndex = IndexReads.Has(method);
        }

        return goes;
    }

    /// <summary>Calls something that says by an exception that it is at its end; null when it may have said so.</summary>
    private bool? UntilRaised(string exception, Action call)
    {
        var outer = _doubts;
        var doubts = _doubts = new HashSet<string>(StringComparer.Ordinal);
        var pending = _frame.Pending.Count;
        _tries++;
        call();
        _tries--;
        _doubts = outer;
        var mayEnd = _frame.Pending.RemoveAll(exit => exit.Completion == Completion.Raise && _frame.Pending.IndexOf(exit) >= pending) > 0;
        if (_afterCall == Completion.Raise && IsInstanceOfKnown(Raised, exception) == true)
        {
            _afterCall = Completion.Normal;
            SetRaised(Value.Absent);
            return false;
        }

        return mayEnd || doubts.Contains(exception) ? null : true;
    }

    /// <summary><c>next(iterator)</c>, with or without a value for the end.</summary>
    private Value CallNext(CallArguments arguments, SyntaxNode node)
    {
        if (arguments[0].Reference is not { } iterator || iterator.IsSummary)
        {
            Doubt(AnyException);
            return Value.Unknown;
        }

        // A generator expression that nobody else has is run up to its first item.
        if (node is Call { Arguments: [GeneratorExp, ..] })
        {
            var first = Value.Absent;
            var left = RunGenerator(iterator, found =>
            {
                first = Value.Join(first, found);
                return Completion.Break;
            }, node);
            return AtEnd(left == Completion.Break ? true : first.IsAbsent ? false : null, first.IsAbsent ? Value.Unknown : first, arguments, node);
        }

        var stepped = KindOfIteration(arguments[0]) is var kind and not IterationKind.Over
            ? NextByKind(arguments[0], kind, node, out var item)
            : Next(iterator, node, out item);
        return AtEnd(stepped, item, arguments, node, iterator);
    }

    private bool? NextByKind(Value source, IterationKind kind, SyntaxNode node, out Value item)
    {
        if (kind == IterationKind.Protocol)
        {
            return NextByProtocol(source, node, out item);
        }

        item = Value.Unknown;
        return null;
    }

    /// <param name="stepped">What came to its end: what a generator returned is the value of the exception.</param>
    private Value AtEnd(bool? goes, Value item, CallArguments arguments, SyntaxNode node, HeapObject? stepped = null)
    {
        if (_afterCall != Completion.Normal)
        {
            return Value.Unknown;
        }

        if (goes == true)
        {
            return item;
        }

        if (arguments.Positional.Count > 1)
        {
            return goes == false ? arguments[1] : Value.Join(item, arguments[1]);
        }

        if (goes == false && !(!IsExact && stepped is { Payload: GeneratorValue { Definition: { Definition: FunctionDef { IsAsync: true }, Scope.IsGenerator: false } } }))
        {
            var returned = stepped is { Kind: ObjectKind.Generator } && _lastReturn.Kind != ValueKind.None ? _lastReturn : Value.Absent;
            RaiseNew("StopIteration", returned, node);
            if (Raised.Reference is { } end)
            {
                _heap.Set(end, SlotKey.Attribute("value"), returned.IsAbsent ? Value.None : returned);
            }

            return Value.Unknown;
        }

        // Only the exact run stops a coroutine where it waits: elsewhere that it came to its end says nothing.
        Doubt("StopIteration");
        return goes == false ? Value.Unknown : item;
    }

    /// <summary>Methods of generators and of iterators.</summary>
    private Value? CallIteratorMethod(HeapObject iterator, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "__next__" or "__anext__":
                return AtEnd(Next(iterator, node, out var next), next, CallArguments.None, node, iterator);
            case "__iter__" or "__aiter__":
                return Value.Of(iterator);
            case "send" or "asend" or "throw" or "athrow" when IsExact && iterator.Kind == ObjectKind.Generator && StepUnready(iterator, name, arguments, node) is { } left:
                return left;
            case "send" or "asend":
                return AtEnd(NextOfGenerator(iterator, arguments[0], node, out var answer), answer, CallArguments.None, node, iterator);
            case "throw" or "athrow":
                var thrown = ThrownBy(arguments, node);
                return AtEnd(NextOfGenerator(iterator, Value.None, node, out var after, thrown), after, CallArguments.None, node, iterator);
            case "close" or "aclose" when iterator.Kind == ObjectKind.Generator:
                CloseGenerator(iterator, node);
                return Value.None;
            default:
                return null;
        }
    }

    /// <summary>GeneratorExit is raised where it stopped, so that its <c>finally</c> runs.</summary>
    private void CloseGenerator(HeapObject generator, SyntaxNode node)
    {
        if (IsStarted(generator) && ExceptionType.Find("GeneratorExit") is { } exit)
        {
            var goes = NextOfGenerator(generator, Value.None, node, out _, Value.Of(NewException(exit, CallArguments.None, node)));
            if (IsExact && goes == true && _afterCall == Completion.Normal)
            {
                RaiseText("RuntimeError", $"{NameOfType(Value.Of(generator)) ?? "generator"} ignored GeneratorExit", node);
                return;
            }

            if (_afterCall == Completion.Raise && (IsInstanceOfKnown(Raised, "GeneratorExit") == true || (IsExact && IsInstanceOfKnown(Raised, "StopIteration") == true)))
            {
                _afterCall = Completion.Normal;
                SetRaised(Value.Absent);
            }
        }

        Finish(generator);
    }
}
