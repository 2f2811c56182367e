using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What library models leave to code.</summary>
internal sealed partial class Evaluator
{
    private Value RunIntrinsic(Intrinsic intrinsic, FunctionModel model, Value self, CallArguments arguments, SyntaxNode node)
    {
        switch (intrinsic)
        {
            case Intrinsic.Range:
                return NewRange(arguments, node);
            case Intrinsic.Length:
                return LengthOf(arguments[0], node);
            case Intrinsic.Text:
                return arguments.Positional.Count == 0 ? Value.OfText(string.Empty) : Stringify(arguments[0], node, isRepr: false);
            case Intrinsic.Representation:
                return Stringify(arguments[0], node, isRepr: true);
            case Intrinsic.ParseInt when arguments.Positional.Count == 0:
                return Value.OfInt(0);
            case Intrinsic.ParseInt:
                return arguments[0].Kind is ValueKind.Int or ValueKind.Bool ? Value.OfInt(arguments[0].Number, arguments[0].Reference) : ParseInt(arguments[0]);
            case Intrinsic.ByteString:
                return NewBytes(arguments, node);
            case Intrinsic.CharacterOf:
                return CharacterOf(arguments[0], node);
            case Intrinsic.CodeOf:
                return CodeOf(arguments[0]);
            case Intrinsic.TracedMemory:
                return TracedMemory(node);
            case Intrinsic.StartTracing:
                _growths.Tracing.Start(_thread, AliveBytes());
                return Value.None;
            case Intrinsic.StopTracing:
                _growths.Tracing.Stop();
                return Value.None;
            case Intrinsic.TracedSnapshot:
                _growths.Tracing.Measure(node);
                return Value.Unknown;
            case Intrinsic.Intern:
                return Intern(arguments[0]);
            case Intrinsic.TextMethod:
                return CallTextMethod(self, model.Name, arguments, node);
            case Intrinsic.CompressedBytes:
                return CompressedBytes(arguments[0], node);
            case Intrinsic.Super:
                return NewSuper(arguments, node);
            case Intrinsic.Globals:
                _hasOpenNames = true;
                return Value.Of(_frame.Module.Frame.Storage);
            case >= Intrinsic.Frame and <= Intrinsic.JoinTables:
                return RunTableIntrinsic(intrinsic, self, arguments, node);
            case Intrinsic.Exit:
                _afterCall = Completion.Raise;
                return Value.Unknown;
            default:
                return self.IsAbsent ? RunMakingIntrinsic(intrinsic, model, arguments, node) : RunMethodIntrinsic(intrinsic, model, self, arguments, node);
        }
    }

    private readonly Dictionary<string, Value> _interned = new(StringComparer.Ordinal);

    /// <summary>Of equal texts the first. A leap would not see that the second is let go of, so that only the exact run knows.</summary>
    private Value Intern(Value text) => !IsExact || KnownText(text) is not { } known ? text
        : _interned.TryGetValue(known, out var first) ? first
        : _interned[known] = text;

    private Value RunMakingIntrinsic(Intrinsic intrinsic, FunctionModel model, CallArguments arguments, SyntaxNode node)
    {
        if (IsExact && CallOverItems(intrinsic, model.Name, arguments, node) is { } exact)
        {
            return exact;
        }

        switch (intrinsic)
        {
            case Intrinsic.List or Intrinsic.Sorted:
                return NewCollection(ObjectKind.List, arguments, node);
            case Intrinsic.Tuple:
                return NewCollection(ObjectKind.Tuple, arguments, node);
            case Intrinsic.Set:
                return NewCollection(ObjectKind.Set, arguments, node);
            case Intrinsic.Deque:
                return NewCollection(ObjectKind.Deque, arguments, node);
            case Intrinsic.Dict or Intrinsic.DefaultDict or Intrinsic.Counter:
                return NewDict(intrinsic, arguments, node);
            case Intrinsic.Iterate when arguments.Positional.Count == 1:
                return arguments[0].Reference is { Kind: ObjectKind.Generator } ? arguments[0] : Value.Of(MakeIterator(arguments[0], node));
            case Intrinsic.Iterate when arguments.Positional.Count == 2:
                return Value.Of(NewStream(IterationKind.Calls, arguments.Positional, node));
            case Intrinsic.Reversed:
                return arguments[0];
            case Intrinsic.Next:
                return TakeNext(arguments[0], arguments[1], node);
            case Intrinsic.Stream or Intrinsic.Product or Intrinsic.Combinations or Intrinsic.Tee:
                return RunStreamIntrinsic(intrinsic, model.Name, arguments, node);
            case Intrinsic.Smallest or Intrinsic.Largest:
                return NewExtreme(intrinsic == Intrinsic.Largest, arguments, node);
            case Intrinsic.Sum:
                return SumOf(arguments, node);
            case Intrinsic.AnyOrAll:
                ConsumeAll(arguments[0], node);
                return Value.AnyBool;
            default:
                return RunObjectIntrinsic(intrinsic, arguments, node);
        }
    }

    private Value RunObjectIntrinsic(Intrinsic intrinsic, CallArguments arguments, SyntaxNode node)
    {
        switch (intrinsic)
        {
            case Intrinsic.Variables when IsExact && arguments[0].Reference is { } shown && NamespaceExactly(shown, node) is { } own:
                return own;
            case Intrinsic.Variables when arguments[0].Reference is { } owner:
                return Value.Of(NamespaceOf(owner, node));
            case Intrinsic.SetAttribute or Intrinsic.SetRawAttribute:
                SetNamed(arguments[0], arguments[1], arguments[2], node, raw: intrinsic == Intrinsic.SetRawAttribute);
                return Value.None;
            case Intrinsic.GetAttribute when IsExact && arguments.Positional.Count > 2 && KnownText(arguments[1]) is { } sought:
                return AttributeOr(arguments[0], sought, arguments[2], node);
            case Intrinsic.GetAttribute when KnownText(arguments[1]) is { } name:
                return GetAttribute(arguments[0], name, node);
            case Intrinsic.NewObject when arguments[0].Reference is { Kind: ObjectKind.Class } type:
                return NewByType(type, arguments, node);
            case Intrinsic.FromKeys:
                return DictFromKeys(arguments, node);
            case Intrinsic.Print:
                return PrintTo(arguments, node);
            case Intrinsic.Reduce:
                return Reduce(arguments, node);
            case Intrinsic.SplitRow:
                return SplitRow(arguments[0], node);
            case Intrinsic.JsonText:
                return JsonText(arguments, node);
            case Intrinsic.PickledBytes:
                return PickledBytes(arguments[0], node);
            case Intrinsic.JoinPath:
                return JoinPath(arguments, node);
            case Intrinsic.JsonValue:
                return Unpack(arguments[0], Word.DeepKept, node);
            case Intrinsic.Gather:
                return Gather(arguments, node);
            case Intrinsic.DriveGenerator:
                return MakeDriven(arguments);
            default:
                return CallUnknown(arguments);
        }
    }

    private Value RunMethodIntrinsic(Intrinsic intrinsic, FunctionModel model, Value self, CallArguments arguments, SyntaxNode node)
    {
        if (self.Reference is not { } target)
        {
            return CallUnknown(arguments);
        }

        switch (intrinsic)
        {
            case Intrinsic.Dict or Intrinsic.DefaultDict or Intrinsic.Counter:
                FillDict(target, intrinsic, arguments, node);
                return Value.None;
            case Intrinsic.MakePartial:
                return MakePartial(target, arguments, node);
            case Intrinsic.CallPartial:
                return CallPartial(target, arguments, node);
            case Intrinsic.GetItems or Intrinsic.GetAttributes or Intrinsic.CallNamed:
                return RunGetter(intrinsic, target, arguments, node);
            case >= Intrinsic.ChainMap and <= Intrinsic.ChainPop:
                return RunChainMap(intrinsic, target, arguments, node);
            case Intrinsic.LogMessage:
                return LogMessage(model.Name, target, arguments, node);
            case Intrinsic.LogLevel:
                return AskLevel(model.Name, target, arguments, node);
            case Intrinsic.FlushRecords:
                FlushRecords(target, node);
                return Value.None;
            case Intrinsic.FormatRecord:
                return FormatRecord(target, arguments[0], node);
            case Intrinsic.RecordMessage:
                return MessageOf(target, node);
            case Intrinsic.DictPop:
                return PopKey(target, model.Name, arguments, node);
            case Intrinsic.DictGet:
                return GetOrDefault(target, arguments, node);
            case Intrinsic.ArrayItem:
                return ArrayItem(self, arguments[0], node);
            case Intrinsic.Cached:
                return CallCached(target, arguments, node);
            case Intrinsic.SetDefault:
                return SetDefault(target, arguments, node);
            case Intrinsic.DictView:
                return Value.Of(NewView(target, model.Name, node));
            case Intrinsic.DictUpdate:
                return UpdateDict(target, arguments, node);
            case Intrinsic.IntersectionUpdate:
                var most = CountItems(arguments[0]) is { Kind: not null, Count: var count } ? count : Quantity.Zero;
                Shrink(target, (target.GetMeta(Meta.Length) - most).AtLeastZero());
                return Value.None;
            default:
                return RunMakingIntrinsic(intrinsic, model, arguments, node);
        }
    }

    private Value GetOrDefault(HeapObject dict, CallArguments arguments, SyntaxNode node)
    {
        if (EntryOf(dict, arguments[0], isLiteral: false) is { IsAbsent: false } entry)
        {
            return entry;
        }

        var standard = arguments.Positional.Count > 1 ? arguments[1] : Value.None;
        return HoldsKey(dict, arguments[0], node, KeyUse.Look) switch
        {
            true => ElementOf(Value.Of(dict)),
            false => standard,
            null => Value.Join(ElementOf(Value.Of(dict)), standard),
        };
    }

    private Value UpdateDict(HeapObject dict, CallArguments arguments, SyntaxNode node)
    {
        if (!dict.Get(SlotKey.Attribute(CounterSlot)).IsAbsent)
        {
            CountItemsInto(dict, arguments[0], node);
            CountNamed(dict, arguments, node);
            return Value.None;
        }

        if (arguments.Positional.Count > 0)
        {
            Extend(dict, arguments[0], node);
        }

        foreach (var (key, value) in arguments.Named)
        {
            SetKey(dict, Value.OfText(key), value, node, isLiteral: true);
        }

        return Value.None;
    }

    private Value DictFromKeys(CallArguments arguments, SyntaxNode node)
    {
        var created = _heap.Allocate(ObjectKind.Dict, node, _frame.Context);
        var value = arguments.Positional.Count > 1 ? arguments[1] : Value.None;
        IterateInto(created, node, arguments[0], key =>
        {
            SetKey(created, key, value, node, isLiteral: false);
            return Completion.Normal;
        });
        return Value.Of(created);
    }

    /// <summary>sum(numbers), sum(lists, start).</summary>
    private Value SumOf(CallArguments arguments, SyntaxNode node)
    {
        if (arguments[1].Reference is not { Kind: ObjectKind.List or ObjectKind.Tuple })
        {
            ConsumeAll(arguments[0], node);
            return Value.Unknown;
        }

        var total = CopyOf(arguments[1], Value.Absent, node);
        IterateInside(node, arguments[0], item =>
        {
            if (total.Reference is { } list)
            {
                Extend(list, item, node);
            }

            return Completion.Normal;
        });
        return total;
    }

    /// <summary>next(iterator): an item, or the default when there is none.</summary>
    private Value TakeNext(Value iterator, Value standard, SyntaxNode node)
    {
        if (iterator.Reference is not { Kind: ObjectKind.Iterator or ObjectKind.Generator } source)
        {
            return Value.Unknown;
        }

        var more = Next(source, node, out var item);
        if (more == true)
        {
            return item;
        }

        if (more == false && standard.IsAbsent)
        {
            _afterCall = Completion.Raise;
        }

        return more == false ? standard.IsAbsent ? Value.Unknown : standard : Value.Join(item, standard);
    }

    /// <summary>print(..., file=stream): what would be shown goes into the stream.</summary>
    private Value PrintTo(CallArguments arguments, SyntaxNode node)
    {
        if (arguments.Find("file") is not { Reference: { } stream })
        {
            return Value.None;
        }

        if (IsExact)
        {
            PrintPieces(Value.Of(stream), arguments, node);
            return Value.None;
        }

        var builder = new TextBuilder(LongestText);
        foreach (var argument in arguments.Positional)
        {
            var (length, kind, _) = TextOf(Stringify(argument, node, isRepr: false));
            builder.AppendUnknown(length + Quantity.One, kind);
        }

        var text = NewStr(Quantity.Max(Quantity.One, builder.Length), builder.Kind, text: null, node);
        Call(GetAttribute(Value.Of(stream), "write", node), new CallArguments([text], []), node);
        return Value.None;
    }
}
