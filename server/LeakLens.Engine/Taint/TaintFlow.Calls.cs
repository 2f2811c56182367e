using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Stores;
using LeakLens.Engine.Rules.Stores.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Taint;

/// <summary>Calls: of libraries, of the file's own functions, of methods of what is followed.</summary>
internal sealed partial class TaintFlow
{
    /// <summary>Bytes that make a number which is small enough.</summary>
    private const long FewBytes = 3;

    private static readonly TaintSink StoreSink = new("LL703", "what goes into the store", TaintFacets.Long, 0, string.Empty, [], -1, 0, Findings.FindingLevel.Warning, TaintSinkKind.Amount, []);

    /// <summary>Codes of <c>struct</c> for numbers of four bytes and more.</summary>
    private static readonly System.Buffers.SearchValues<char> WideFormats = System.Buffers.SearchValues.Create("IiLlQqNn");

    private TaintValue OfCall(Call call)
    {
        var name = NameOf(call);
        if (name is not null && _data.Calls.TryGetValue(name, out var sinks))
        {
            foreach (var sink in sinks)
            {
                CheckSink(call, sink, receiver: null);
            }
        }

        if (name is null && Local(call) is { } function)
        {
            return OfLocal(call, function);
        }

        return name is not null ? OfNamed(call, name) : OfMethod(call);
    }

    private FunctionDef? Local(Call call) => _analysis.Local(call);

    private string? NameOf(Call call) => _context.Names.Resolve(call.Function)?.Text;

    private TaintValue Arguments(Call call)
    {
        var sum = TaintValue.None;
        foreach (var argument in call.Arguments)
        {
            sum = sum.Or(Evaluate(argument));
        }

        foreach (var keyword in call.Keywords)
        {
            sum = sum.Or(Evaluate(keyword.Value));
        }

        return sum;
    }

    private TaintValue OfNamed(Call call, string name)
    {
        if (OfPath(name, call) is var value && value != TaintValue.None)
        {
            Arguments(call);
            return value;
        }

        var given = Arguments(call);
        if (name is "builtins.min")
        {
            return OfLeast(call);
        }

        if (_data.Set("keeping").Contains(name))
        {
            // An archive of an open file holds what can be read from it.
            return given.Type is { } type && _analysis.Types.Member(type, "read") is var (known, member) ? Give(known, member, call).Without(TaintFacets.Raw | TaintFacets.Long) : given with { Type = null };
        }

        if (_data.Set("numbers").Contains(name))
        {
            return !given.Has(TaintFacets.Content | TaintFacets.Big) || IsFewBytes(call) ? TaintValue.None : new((given.Facets & TaintFacets.Content) | TaintFacets.Big, given.Origin, given.Parameter);
        }

        if (_data.Set("structures").Contains(name))
        {
            return given.Has(TaintFacets.Content) ? new((given.Facets & ~TaintFacets.Raw) | TaintFacets.Big, given.Origin, given.Parameter) : TaintValue.None;
        }

        // struct.unpack gives numbers as wide as its format says.
        if (_data.Set("unpacking").Contains(name))
        {
            return given.Has(TaintFacets.Content) && call.Arguments is [Constant { Value: string format }, ..] && format.AsSpan().IndexOfAny(WideFormats) >= 0 ? new(TaintFacets.Big, given.Origin, given.Parameter) : TaintValue.None;
        }

        // flask.request.args.get(...) is a method of what a name of a library gives.
        return call.Function is Attribute && !_data.Calls.ContainsKey(name) ? OfMethod(call) : TaintValue.None;
    }

    /// <summary>The least of several is no more than the one that is bounded.</summary>
    private TaintValue OfLeast(Call call)
    {
        var sum = TaintValue.None;
        foreach (var argument in call.Arguments)
        {
            var value = Evaluate(argument);
            if (!value.Has(TaintFacets.Any) && call.Arguments.Length > 1)
            {
                return TaintValue.None;
            }

            sum = sum.Or(value);
        }

        return sum;
    }

    private static bool IsFewBytes(Call call) => call.Arguments is [var bytes, ..] && bytes switch
    {
        Call { Function: Attribute { Name: "read" or "recv" or "readexactly" }, Arguments: [Constant { Value: long count }] } => count <= FewBytes,
        Subscript { Index: Slice { Upper: Constant { Value: long upper } } slice } => upper - (slice.Lower is Constant { Value: long lower } ? lower : 0) <= FewBytes,
        Await { Value: Call { Arguments: [Constant { Value: long awaited }] } } => awaited <= FewBytes,
        _ => false,
    };

    private TaintValue OfMethod(Call call)
    {
        if (call.Function is not Attribute method)
        {
            Arguments(call);
            return TaintValue.None;
        }

        if (_context.Stores.WriteOf(call) is var (stored, write))
        {
            CheckStore(stored, write);
        }

        if (_class is not null && method.Value is Name { Id: var holder } && string.Equals(holder, _self, StringComparison.Ordinal)
            && _analysis.Types.OfSelf(_class, method.Name).Type is { } own && _analysis.Types.Member(own, "()") is var (given, called))
        {
            Arguments(call);
            return Give(given, called, call);
        }

        var receiver = Evaluate(method.Value);
        if (_data.Methods.TryGetValue(method.Name, out var sinks))
        {
            foreach (var sink in sinks)
            {
                CheckSink(call, sink, receiver);
            }
        }

        var maker = receiver.Type is null && receiver.Facets == TaintFacets.None && _data.Set("makerMethods").Contains(method.Name) ? MakerOf(method.Value) : null;
        if (receiver.Type is { } type)
        {
            return OfTyped(call, method, type, receiver);
        }

        if (maker is not null && _analysis.Types.Member(maker, method.Name) is var (known, member))
        {
            return OfMember(call, known, member);
        }

        var arguments = Arguments(call);
        Keep(call, method, arguments);
        NoteStored(call);
        if (method.Value is Subscript entry)
        {
            NoteStored(entry);
        }

        if (receiver.Facets == TaintFacets.None || _data.Set("boundedMethods").Contains(method.Name))
        {
            return method.Name is "format" or "join" ? arguments.Without(TaintFacets.Big) : TaintValue.None;
        }

        return receiver;
    }

    /// <summary>What made an object, or the store that it is a client of: <c>store.redis</c>.</summary>
    private string? MakerOf(Expression expression) => _context.Stores.IsUsed && _context.Stores.StoreOf(expression) is { } store ? "store." + store : Makers.Of(_context, expression);

    /// <summary>All that a write puts into the store, besides what limits it.</summary>
    private void CheckStore(StoreCall stored, StoreWrite write)
    {
        foreach (var argument in stored.Call.Arguments)
        {
            Hit(Largest(argument), TaintFacets.Long, StoreSink, stored.Call, StoreSink.What);
        }

        foreach (var keyword in stored.Call.Keywords)
        {
            if (keyword.Name is { } name && !write.Expiry.Contains(name) && !write.Caps.Contains(name))
            {
                Hit(Largest(keyword.Value), TaintFacets.Long, StoreSink, stored.Call, StoreSink.What);
            }
        }
    }

    /// <summary>Of what stands in braces or brackets each is as long as it is.</summary>
    private TaintValue Largest(Expression written)
    {
        var parts = written switch
        {
            Dict dict => dict.Values,
            List list => list.Elements,
            Tuple tuple => tuple.Elements,
            _ => [written],
        };
        var sum = TaintValue.None;
        foreach (var part in parts)
        {
            sum = sum.Or(Evaluate(part));
        }

        return sum;
    }

    /// <summary>What is put into a collection is in it.</summary>
    private void Keep(Call call, Attribute method, TaintValue given)
    {
        if (method.Name is "append" or "add" or "extend" or "insert" && TaintPath.Of(method.Value) is { } path && given.Origin is not null)
        {
            _env.Refine(path, (_env.TryGet(path, out var known) ? known : TaintValue.None).Or(given.Without(TaintFacets.Long)));
        }
    }

    private TaintValue OfTyped(Call call, Attribute method, string type, TaintValue receiver)
    {
        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            Arguments(call);
            return method.Name is "get" or "pop" ? new(TaintFacets.None, Type: type[..^2]) : new(TaintFacets.None, Type: type);
        }

        if (_analysis.Types.Member(type, method.Name) is var (known, member))
        {
            return OfMember(call, known, member);
        }

        Arguments(call);
        return _data.Types.ContainsKey(type) ? TaintValue.None : receiver with { Type = null };
    }

    private TaintValue OfMember(Call call, TaintType type, TaintMember member)
    {
        var value = Give(type, member, call);
        var size = call.Arguments is [var first, ..] ? first : call.Keywords.FirstOrDefault(static keyword => keyword.Name is "size" or "n" or "length")?.Value;
        if (member.Whole is not { } level)
        {
            var given = Arguments(call);
            if (member.Type is null && call.Function is Attribute { Name: "recv" or "readexactly" } && size is not null)
            {
                Hit(given, TaintFacets.Big, Operation with { Rule = "LL502" }, call, "how much is read at once");
            }

            return value;
        }

        if (size is null or UnaryOp or Constant { LiteralKind: ConstantKind.None })
        {
            if (value.Has(TaintFacets.Long) && value.Origin is { } origin)
            {
                _analysis.Report(new TaintHit("LL502", call, TaintFacets.Long, "all of it is read into memory at once", origin, new TaintSink("LL502", string.Empty, TaintFacets.Long, 0, string.Empty, [], -1, Parsing(call), level, TaintSinkKind.Amount, [])));
            }

            return value;
        }

        var count = Evaluate(size);
        Hit(count, TaintFacets.Big, Operation with { Rule = "LL502", Times = Parsing(call) }, call, "how much is read at once");
        return count.Has(TaintFacets.Big) ? value : value.Without(TaintFacets.Long);
    }

    /// <summary>How many times its size the call takes that is handed what is read here.</summary>
    private double Parsing(Expression read)
    {
        SyntaxNode node = read;
        while (_context.Code.ParentOf(node) is { } parent && parent is Await or Attribute or Call)
        {
            if (parent is Call taker && !ReferenceEquals(taker.Function, node))
            {
                return _context.Names.Resolve(taker.Function) is { } name && _data.Calls.TryGetValue(name.Text, out var sinks) ? sinks.Max(static sink => sink.Times) : 0;
            }

            node = parent;
        }

        return 0;
    }

    private TaintValue OfLocal(Call call, FunctionDef function)
    {
        var summary = _analysis.SummaryOf(function);
        var offset = call.Function is Attribute && _context.Code.ClassOf(function) is not null ? 1 : 0;
        var result = summary.Result;
        foreach (var (index, _, value) in Given(call, function, offset))
        {
            if (!value.Has(TaintFacets.Any) && value.Type is null)
            {
                continue;
            }

            if (summary.Through.TryGetValue(index, out var through))
            {
                result = result.Or(value.Only(through | TaintFacets.Raw));
            }

            foreach (var (parameter, hit) in summary.Hits.Values.ToArray())
            {
                if (parameter == index)
                {
                    Pass(value, hit);
                }
            }
        }

        return result;
    }

    /// <summary>The arguments of a call of the file's own function, by the parameter that gets each, counted from 1.</summary>
    private IEnumerable<(int Index, Expression Node, TaintValue Value)> Given(Call call, FunctionDef function, int offset)
    {
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            yield return (i + offset + 1, call.Arguments[i], Evaluate(call.Arguments[i]));
        }

        var names = function.Parameters.PositionalOnly.Concat(function.Parameters.Positional).Concat(function.Parameters.KeywordOnly).Select(static parameter => parameter.Name).ToList();
        foreach (var keyword in call.Keywords)
        {
            var index = keyword.Name is null ? -1 : names.IndexOf(keyword.Name);
            var value = Evaluate(keyword.Value);
            if (index >= 0)
            {
                yield return (index + 1, keyword.Value, value);
            }
        }
    }

    private void CheckSink(Call call, TaintSink sink, TaintValue? receiver)
    {
        if (sink.Bounds.Count > 0 && (call.Keywords.Any(keyword => keyword.Name is null || sink.Bounds.Contains(keyword.Name, StringComparer.Ordinal)) || (sink.BoundPosition >= 0 && call.Arguments.Length > sink.BoundPosition)))
        {
            return;
        }

        if (sink.Receivers.Count > 0 && !IsOf(sink, call, receiver ?? TaintValue.None))
        {
            return;
        }

        if (sink.Position == -1)
        {
            Hit(receiver ?? TaintValue.None, sink.Facet, sink, call, sink.What);
        }
        else if (sink.Position == -2)
        {
            Hit(Arguments(call), sink.Facet, sink, call, sink.What);
        }
        else if (NamedCalls.Argument(call, sink.Keyword.Length == 0 ? "\0" : sink.Keyword, sink.Position) is { } argument)
        {
            Hit(Evaluate(argument), sink.Facet, sink, call, sink.What);
        }
    }

    /// <summary>The object whose method it is was made by what the sink names, or is a text.</summary>
    private bool IsOf(TaintSink sink, Call call, TaintValue receiver) => call.Function is Attribute method
        && ((sink.Receivers.Contains("text", StringComparer.Ordinal) && IsSequence(method.Value, receiver)) || (Makers.Of(_context, method.Value) is { } maker && sink.Receivers.Contains(maker, StringComparer.Ordinal)));

    private void Hit(TaintValue value, TaintFacets facet, TaintSink sink, SyntaxNode node, string what)
    {
        if (value.Has(facet))
        {
            Pass(value, new TaintHit(sink.Rule, node, facet, what, value.Origin ?? new TaintOrigin(node, string.Empty, TaintTrust.Local), sink, sink.Times));
        }
    }

    /// <summary>Tells what somebody decides; of what the caller decides the callers are asked.</summary>
    private void Pass(TaintValue value, TaintHit hit)
    {
        if (!value.Has(hit.Facet))
        {
            return;
        }

        if (value.Origin is { } origin)
        {
            _analysis.Report(hit with { Origin = origin });
        }
        else if (value.Parameter > 0)
        {
            _analysis.Note(_summary.AddHit(value.Parameter, hit));
        }
    }

    /// <summary>A call that stands alone: what it checks, it may raise about.</summary>
    private void AfterCall(Expression expression)
    {
        if ((expression is Await waiting ? waiting.Value : expression) is not Call call)
        {
            return;
        }

        if (Local(call) is { } function)
        {
            var offset = call.Function is Attribute && _context.Code.ClassOf(function) is not null ? 1 : 0;
            foreach (var (index, node, value) in Given(call, function, offset))
            {
                if (_analysis.SummaryOf(function).Bounds.TryGetValue(index, out var bounds) && TaintPath.Of(node) is { } path)
                {
                    _env.Refine(path, value.Without(bounds));
                }
            }

            return;
        }

        var name = _context.Names.Resolve(call.Function)?.Text;
        var mayCheck = name is not null ? !name.StartsWith("builtins.", StringComparison.Ordinal) && !name.StartsWith("logging.", StringComparison.Ordinal)
            : call.Function is Name || (call.Function is Attribute { Value: Name { Id: var holder } } && string.Equals(holder, _self, StringComparison.Ordinal));
        foreach (var argument in mayCheck ? call.Arguments : [])
        {
            if (TaintPath.Of(argument) is { } path && _env.TryGet(path, out var value) && value.Has(TaintFacets.Any))
            {
                _env.Refine(path, value.Without(TaintFacets.Big | TaintFacets.Long));
            }
        }
    }
}
