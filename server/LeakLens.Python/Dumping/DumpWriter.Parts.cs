using LeakLens.Python.Syntax;

namespace LeakLens.Python.Dumping;

/// <summary>What statements and expressions are made of, and patterns.</summary>
internal sealed partial class DumpWriter
{
    public override void VisitComprehension(Comprehension node)
    {
        Begin("comprehension");
        Field("target", node.Target);
        Field("iter", node.Iterable);
        Field("ifs", node.Conditions);
        Field("is_async", node.IsAsync ? 1 : 0);
        Close();
    }

    public override void VisitExceptHandler(ExceptHandler node)
    {
        Begin("ExceptHandler");
        Optional("type", node.Type);
        Text("name", node.Name);
        Field("body", node.Body);
        End(node);
    }

    public override void VisitArguments(Arguments node)
    {
        Begin("arguments");
        Field("posonlyargs", node.PositionalOnly);
        Field("args", node.Positional);
        Optional("vararg", node.VarArgs);
        Field("kwonlyargs", node.KeywordOnly);
        Field("kw_defaults", node.KeywordDefaults);
        Optional("kwarg", node.KeywordArgs);
        Field("defaults", node.Defaults);
        Close();
    }

    public override void VisitParameter(Parameter node)
    {
        Begin("arg");
        Text("arg", node.Name);
        Optional("annotation", node.Annotation);
        End(node);
    }

    public override void VisitKeyword(Keyword node)
    {
        Begin("keyword");
        Text("arg", node.Name);
        Field("value", node.Value);
        End(node);
    }

    public override void VisitAlias(Alias node)
    {
        Begin("alias");
        Text("name", node.Name);
        Text("asname", node.AsName);
        End(node);
    }

    public override void VisitWithItem(WithItem node)
    {
        Begin("withitem");
        Field("context_expr", node.Context);
        Optional("optional_vars", node.Target);
        Close();
    }

    public override void VisitMatchCase(MatchCase node)
    {
        Begin("match_case");
        Field("pattern", node.Pattern);
        Optional("guard", node.Guard);
        Field("body", node.Body);
        Close();
    }

    public override void VisitMatchValue(MatchValue node)
    {
        Begin("MatchValue");
        Field("value", node.Value);
        End(node);
    }

    public override void VisitMatchSequence(MatchSequence node)
    {
        Begin("MatchSequence");
        Field("patterns", node.Patterns);
        End(node);
    }

    public override void VisitMatchMapping(MatchMapping node)
    {
        Begin("MatchMapping");
        Field("keys", node.Keys);
        Field("patterns", node.Patterns);
        Text("rest", node.Rest);
        End(node);
    }

    public override void VisitMatchClass(MatchClass node)
    {
        Begin("MatchClass");
        Field("cls", node.Class);
        Field("patterns", node.Patterns);
        Texts("kwd_attrs", node.KeywordNames);
        Field("kwd_patterns", node.KeywordPatterns);
        End(node);
    }

    public override void VisitMatchStar(MatchStar node)
    {
        Begin("MatchStar");
        Text("name", node.Name);
        End(node);
    }

    public override void VisitMatchAs(MatchAs node)
    {
        Begin("MatchAs");
        Optional("pattern", node.Pattern);
        Text("name", node.Name);
        End(node);
    }

    public override void VisitMatchOr(MatchOr node)
    {
        Begin("MatchOr");
        Field("patterns", node.Patterns);
        End(node);
    }

    public override void VisitTypeVar(TypeVar node)
    {
        Begin("TypeVar");
        Text("name", node.Name);
        Optional("bound", node.Bound);
        Optional("default_value", node.DefaultValue);
        End(node);
    }

    public override void VisitParamSpec(ParamSpec node)
    {
        Begin("ParamSpec");
        Text("name", node.Name);
        Optional("default_value", node.DefaultValue);
        End(node);
    }

    public override void VisitTypeVarTuple(TypeVarTuple node)
    {
        Begin("TypeVarTuple");
        Text("name", node.Name);
        Optional("default_value", node.DefaultValue);
        End(node);
    }
}
