using LeakLens.Python.Syntax;

namespace LeakLens.Python.Dumping;

/// <summary>Expressions, less literals.</summary>
internal sealed partial class DumpWriter
{
    public override void VisitBoolOp(BoolOp node)
    {
        Begin("BoolOp");
        Word("op", node.Operator.ToString());
        Field("values", node.Values);
        End(node);
    }

    public override void VisitNamedExpr(NamedExpr node)
    {
        Begin("NamedExpr");
        Field("target", node.Target);
        Field("value", node.Value);
        End(node);
    }

    public override void VisitBinOp(BinOp node)
    {
        Begin("BinOp");
        Field("left", node.Left);
        Word("op", node.Operator.ToString());
        Field("right", node.Right);
        End(node);
    }

    public override void VisitUnaryOp(UnaryOp node)
    {
        Begin("UnaryOp");
        Word("op", node.Operator.ToString());
        Field("operand", node.Operand);
        End(node);
    }

    public override void VisitLambda(Lambda node)
    {
        Begin("Lambda");
        Field("args", node.Parameters);
        Field("body", node.Body);
        End(node);
    }

    public override void VisitIfExp(IfExp node)
    {
        Begin("IfExp");
        Field("test", node.Test);
        Field("body", node.Body);
        Field("orelse", node.OrElse);
        End(node);
    }

    public override void VisitDict(Dict node)
    {
        Begin("Dict");
        Field("keys", node.Keys);
        Field("values", node.Values);
        End(node);
    }

    public override void VisitSet(Set node)
    {
        Begin("Set");
        Field("elts", node.Elements);
        End(node);
    }

    public override void VisitListComp(ListComp node)
    {
        Begin("ListComp");
        Field("elt", node.Element);
        Field("generators", node.Generators);
        End(node);
    }

    public override void VisitSetComp(SetComp node)
    {
        Begin("SetComp");
        Field("elt", node.Element);
        Field("generators", node.Generators);
        End(node);
    }

    public override void VisitDictComp(DictComp node)
    {
        Begin("DictComp");
        Field("key", node.Key);
        Field("value", node.Value);
        Field("generators", node.Generators);
        End(node);
    }

    public override void VisitGeneratorExp(GeneratorExp node)
    {
        Begin("GeneratorExp");
        Field("elt", node.Element);
        Field("generators", node.Generators);
        End(node);
    }

    public override void VisitAwait(Await node)
    {
        Begin("Await");
        Field("value", node.Value);
        End(node);
    }

    public override void VisitYield(Yield node)
    {
        Begin("Yield");
        Optional("value", node.Value);
        End(node);
    }

    public override void VisitYieldFrom(YieldFrom node)
    {
        Begin("YieldFrom");
        Field("value", node.Value);
        End(node);
    }

    public override void VisitCall(Call node)
    {
        Begin("Call");
        Field("func", node.Function);
        Field("args", node.Arguments);
        Field("keywords", node.Keywords);
        End(node);
    }

    public override void VisitAttribute(Syntax.Attribute node)
    {
        Begin("Attribute");
        Field("value", node.Value);
        Text("attr", node.Name);
        Context(node.Context);
        End(node);
    }

    public override void VisitSubscript(Subscript node)
    {
        Begin("Subscript");
        Field("value", node.Value);
        Field("slice", node.Index);
        Context(node.Context);
        End(node);
    }

    public override void VisitStarred(Starred node)
    {
        Begin("Starred");
        Field("value", node.Value);
        Context(node.Context);
        End(node);
    }

    public override void VisitName(Name node)
    {
        Begin("Name");
        Text("id", node.Id);
        Context(node.Context);
        End(node);
    }

    public override void VisitList(List node)
    {
        Begin("List");
        Field("elts", node.Elements);
        Context(node.Context);
        End(node);
    }

    public override void VisitTuple(Syntax.Tuple node)
    {
        Begin("Tuple");
        Field("elts", node.Elements);
        Context(node.Context);
        End(node);
    }

    public override void VisitSlice(Slice node)
    {
        Begin("Slice");
        Optional("lower", node.Lower);
        Optional("upper", node.Upper);
        Optional("step", node.Step);
        End(node);
    }
}
