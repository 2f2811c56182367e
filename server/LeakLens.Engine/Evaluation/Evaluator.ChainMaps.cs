using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>collections.ChainMap: a list of maps, of which the first takes what is stored, and all are searched (Lib/collections/__init__.py).</summary>
internal sealed partial class Evaluator
{
    private const string ChainMapType = "collections.ChainMap";

    private Value RunChainMap(Intrinsic intrinsic, HeapObject chain, CallArguments arguments, SyntaxNode node)
    {
        if (IsTooDeep())
        {
            // One of the maps may be such a chain itself.
            return CallUnknown(arguments);
        }

        _depth++;
        var result = UseChainMap(intrinsic, chain, arguments, node);
        _depth--;
        return result;
    }

    private Value UseChainMap(Intrinsic intrinsic, HeapObject chain, CallArguments arguments, SyntaxNode node)
    {
        switch (intrinsic)
        {
            case Intrinsic.ChainMap:
                HoldMaps(chain, arguments.Positional.Count > 0 ? arguments.Positional : [NewEmptyDict(node)], arguments.HasUnknownMore, node);
                return Value.None;
            case Intrinsic.ChainChild:
                var first = Argument(arguments, 0, "m") is { IsAbsent: false, Kind: not ValueKind.None } given ? given : NewEmptyDict(node);
                return WithMaps(chain, [first, .. MapsOf(chain)], node);
            case Intrinsic.ChainParents:
                return WithMaps(chain, MapsOf(chain) is [_, .. var rest] ? rest : [NewEmptyDict(node)], node);
            case Intrinsic.ChainItem or Intrinsic.ChainGet:
                return FindInMaps(chain, intrinsic, arguments, node);
            default:
                return ChangeFirstMap(chain, intrinsic, arguments, node);
        }
    }

    private Value NewEmptyDict(SyntaxNode node) => Value.Of(_heap.Allocate(ObjectKind.Dict, node, _frame.Context));

    private Value WithMaps(HeapObject like, List<Value> maps, SyntaxNode node)
    {
        var made = _heap.Allocate(ObjectKind.Opaque, node, _frame.Context, like.Payload);
        HoldMaps(made, maps, isUnknown: false, node);
        return Value.Of(made);
    }

    private void HoldMaps(HeapObject chain, IReadOnlyList<Value> maps, bool isUnknown, SyntaxNode node) =>
        _heap.Set(chain, SlotKey.Attribute("maps"), isUnknown ? Value.Unknown : Value.Of(NewMapList(maps, node)));

    private HeapObject NewMapList(IReadOnlyList<Value> maps, SyntaxNode node)
    {
        if (IsExact)
        {
            return NewList([.. maps], RoundUpToEven(maps.Count), node);
        }

        var list = _heap.Allocate(ObjectKind.List, node, _frame.Context);
        SetTable(list, maps.Count, RoundUpToEven(maps.Count));
        for (var i = 0; i < maps.Count; i++)
        {
            _heap.Set(list, SlotKey.Item(i), maps[i]);
        }

        return list;
    }

    /// <summary>The maps as far as they are told apart.</summary>
    private List<Value> MapsOf(HeapObject chain)
    {
        const int Most = 64;
        if (chain.Get(SlotKey.Attribute("maps")) is not { Reference: { IsSummary: false, Kind: ObjectKind.List } maps } all)
        {
            return [];
        }

        if (maps.Contents is ItemContents items)
        {
            NoteCopied(items.Count);
            return [.. items.All];
        }

        var known = new List<Value>();
        var count = maps.GetMeta(Meta.Length);
        for (var i = 0L; i < Math.Min(Most, count.High); i++)
        {
            known.Add(maps.Get(SlotKey.Item(i)) is { IsAbsent: false } map ? map : ElementOf(all));
        }

        return known;
    }

    private Value FindInMaps(HeapObject chain, Intrinsic intrinsic, CallArguments arguments, SyntaxNode node)
    {
        var standard = intrinsic == Intrinsic.ChainGet ? arguments[1] is { IsAbsent: false } given ? given : Value.None : Value.Absent;
        var joined = Value.Absent;
        foreach (var map in MapsOf(chain))
        {
            _budget.Step();
            var held = Contains(map, arguments[0], node);
            if (held == false)
            {
                continue;
            }

            var found = map.Reference is { Kind: ObjectKind.Dict } dict ? GetKey(dict, arguments[0], node, isLiteral: false) : Value.Unknown;
            joined = joined.IsAbsent ? found : Value.Join(joined, found);
            if (held == true)
            {
                return joined;
            }

            RequireAbstract();
        }

        return joined.IsAbsent && standard.IsAbsent && IsExact ? RaiseNew("KeyError", arguments[0], node)
            : joined.IsAbsent ? standard.IsAbsent ? Value.Unknown : standard
            : standard.IsAbsent ? joined : Value.Join(joined, standard);
    }

    private Value ChangeFirstMap(HeapObject chain, Intrinsic intrinsic, CallArguments arguments, SyntaxNode node)
    {
        var maps = MapsOf(chain);
        if (intrinsic == Intrinsic.ChainHolds)
        {
            bool? held = false;
            for (var i = 0; i < maps.Count && held == false; i++)
            {
                held = Contains(maps[i], arguments[0], node);
            }

            return OfTruth(held);
        }

        if (maps is not [{ Reference: { Kind: ObjectKind.Dict } first }, ..])
        {
            return CallUnknown(arguments);
        }

        if (intrinsic == Intrinsic.ChainStore)
        {
            SetKey(first, arguments[0], arguments[1], node, isLiteral: false);
            return Value.None;
        }

        return PopKey(first, "pop", arguments, node);
    }
}
