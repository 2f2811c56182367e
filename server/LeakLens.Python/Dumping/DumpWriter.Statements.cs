using LeakLens.Python.Syntax;

namespace LeakLens.Python.Dumping;

/// <summary>Statements.</summary>
internal sealed partial class DumpWriter
{
    public override void VisitFunctionDef(FunctionDef node)
    {
        Begin(node.IsAsync ? "AsyncFunctionDef" : "FunctionDef");
        Text("name", node.Name);
        Field("args", node.Parameters);
        Field("body", node.Body);
        Field("decorator_list", node.Decorators);
        Optional("returns", node.Returns);
        if (IsModern)
        {
            Field("type_params", node.TypeParameters);
        }

        End(node);
    }

    public override void VisitClassDef(ClassDef node)
    {
        Begin("ClassDef");
        Text("name", node.Name);
        Field("bases", node.Bases);
        Field("keywords", node.Keywords);
        Field("body", node.Body);
        Field("decorator_list", node.Decorators);
        if (IsModern)
        {
            Field("type_params", node.TypeParameters);
        }

        End(node);
    }

    public override void VisitReturn(Return node)
    {
        Begin("Return");
        Optional("value", node.Value);
        End(node);
    }

    public override void VisitDelete(Delete node)
    {
        Begin("Delete");
        Field("targets", node.Targets);
        End(node);
    }

    public override void VisitAssign(Assign node)
    {
        Begin("Assign");
        Field("targets", node.Targets);
        Field("value", node.Value);
        End(node);
    }

    public override void VisitTypeAlias(TypeAlias node)
    {
        Begin("TypeAlias");
        Field("name", node.Name);
        Field("type_params", node.TypeParameters);
        Field("value", node.Value);
        End(node);
    }

    public override void VisitAugAssign(AugAssign node)
    {
        Begin("AugAssign");
        Field("target", node.Target);
        Word("op", node.Operator.ToString());
        Field("value", node.Value);
        End(node);
    }

    public override void VisitAnnAssign(AnnAssign node)
    {
        Begin("AnnAssign");
        Field("target", node.Target);
        Field("annotation", node.Annotation);
        Optional("value", node.Value);
        Field("simple", node.IsSimple ? 1 : 0);
        End(node);
    }

    public override void VisitFor(For node)
    {
        Begin(node.IsAsync ? "AsyncFor" : "For");
        Field("target", node.Target);
        Field("iter", node.Iterable);
        Field("body", node.Body);
        Field("orelse", node.OrElse);
        End(node);
    }

    public override void VisitWhile(While node)
    {
        Begin("While");
        Field("test", node.Test);
        Field("body", node.Body);
        Field("orelse", node.OrElse);
        End(node);
    }

    public override void VisitIf(If node)
    {
        Begin("If");
        Field("test", node.Test);
        Field("body", node.Body);
        Field("orelse", node.OrElse);
        End(node);
    }

    public override void VisitWith(With node)
    {
        Begin(node.IsAsync ? "AsyncWith" : "With");
        Field("items", node.Items);
        Field("body", node.Body);
        End(node);
    }

    public override void VisitMatch(Match node)
    {
        Begin("Match");
        Field("subject", node.Subject);
        Field("cases", node.Cases);
        End(node);
    }

    public override void VisitRaise(Raise node)
    {
        Begin("Raise");
        Optional("exc", node.Exception);
        Optional("cause", node.Cause);
        End(node);
    }

    public override void VisitTry(Try node)
    {
        Begin(node.IsStar ? "TryStar" : "Try");
        Field("body", node.Body);
        Field("handlers", node.Handlers);
        Field("orelse", node.OrElse);
        Field("finalbody", node.FinalBody);
        End(node);
    }

    public override void VisitAssert(Assert node)
    {
        Begin("Assert");
        Field("test", node.Test);
        Optional("msg", node.Message);
        End(node);
    }

    public override void VisitImport(Import node)
    {
        Begin("Import");
        Field("names", node.Names);
        End(node);
    }

    public override void VisitImportFrom(ImportFrom node)
    {
        Begin("ImportFrom");
        Text("module", node.ModuleName);
        Field("names", node.Names);
        Field("level", node.Level);
        End(node);
    }

    public override void VisitGlobal(Global node)
    {
        Begin("Global");
        Texts("names", node.Names);
        End(node);
    }

    public override void VisitNonlocal(Nonlocal node)
    {
        Begin("Nonlocal");
        Texts("names", node.Names);
        End(node);
    }

    public override void VisitExpr(Expr node)
    {
        Begin("Expr");
        Field("value", node.Value);
        End(node);
    }
}
