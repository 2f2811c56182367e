using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary>Visits nodes by kind. Every method walks the children by default, so a visitor overrides what it cares about.</summary>
public abstract class SyntaxVisitor
{
    public void Visit(SyntaxNode node) => node.Accept(this);

    public void VisitOptional(SyntaxNode? node) => node?.Accept(this);

    public void VisitAll<TNode>(ImmutableArray<TNode> nodes)
        where TNode : SyntaxNode?
    {
        foreach (var node in nodes)
        {
            node?.Accept(this);
        }
    }

    /// <summary>What happens at a node whose own method is not overridden.</summary>
    protected virtual void DefaultVisit(SyntaxNode node) => node.VisitChildren(this);

    public virtual void VisitModule(Module node) => DefaultVisit(node);

    public virtual void VisitFunctionDef(FunctionDef node) => DefaultVisit(node);

    public virtual void VisitClassDef(ClassDef node) => DefaultVisit(node);

    public virtual void VisitReturn(Return node) => DefaultVisit(node);

    public virtual void VisitDelete(Delete node) => DefaultVisit(node);

    public virtual void VisitAssign(Assign node) => DefaultVisit(node);

    public virtual void VisitTypeAlias(TypeAlias node) => DefaultVisit(node);

    public virtual void VisitAugAssign(AugAssign node) => DefaultVisit(node);

    public virtual void VisitAnnAssign(AnnAssign node) => DefaultVisit(node);

    public virtual void VisitFor(For node) => DefaultVisit(node);

    public virtual void VisitWhile(While node) => DefaultVisit(node);

    public virtual void VisitIf(If node) => DefaultVisit(node);

    public virtual void VisitWith(With node) => DefaultVisit(node);

    public virtual void VisitMatch(Match node) => DefaultVisit(node);

    public virtual void VisitRaise(Raise node) => DefaultVisit(node);

    public virtual void VisitTry(Try node) => DefaultVisit(node);

    public virtual void VisitAssert(Assert node) => DefaultVisit(node);

    public virtual void VisitImport(Import node) => DefaultVisit(node);

    public virtual void VisitImportFrom(ImportFrom node) => DefaultVisit(node);

    public virtual void VisitGlobal(Global node) => DefaultVisit(node);

    public virtual void VisitNonlocal(Nonlocal node) => DefaultVisit(node);

    public virtual void VisitExpr(Expr node) => DefaultVisit(node);

    public virtual void VisitPass(Pass node) => DefaultVisit(node);

    public virtual void VisitBreak(Break node) => DefaultVisit(node);

    public virtual void VisitContinue(Continue node) => DefaultVisit(node);

    public virtual void VisitInvalidStatement(InvalidStatement node) => DefaultVisit(node);

    public virtual void VisitBoolOp(BoolOp node) => DefaultVisit(node);

    public virtual void VisitNamedExpr(NamedExpr node) => DefaultVisit(node);

    public virtual void VisitBinOp(BinOp node) => DefaultVisit(node);

    public virtual void VisitUnaryOp(UnaryOp node) => DefaultVisit(node);

    public virtual void VisitLambda(Lambda node) => DefaultVisit(node);

    public virtual void VisitIfExp(IfExp node) => DefaultVisit(node);

    public virtual void VisitDict(Dict node) => DefaultVisit(node);

    public virtual void VisitSet(Set node) => DefaultVisit(node);

    public virtual void VisitListComp(ListComp node) => DefaultVisit(node);

    public virtual void VisitSetComp(SetComp node) => DefaultVisit(node);

    public virtual void VisitDictComp(DictComp node) => DefaultVisit(node);

    public virtual void VisitGeneratorExp(GeneratorExp node) => DefaultVisit(node);

    public virtual void VisitAwait(Await node) => DefaultVisit(node);

    public virtual void VisitYield(Yield node) => DefaultVisit(node);

    public virtual void VisitYieldFrom(YieldFrom node) => DefaultVisit(node);

    public virtual void VisitCompare(Compare node) => DefaultVisit(node);

    public virtual void VisitCall(Call node) => DefaultVisit(node);

    public virtual void VisitFormattedValue(FormattedValue node) => DefaultVisit(node);

    public virtual void VisitInterpolation(Interpolation node) => DefaultVisit(node);

    public virtual void VisitJoinedStr(JoinedStr node) => DefaultVisit(node);

    public virtual void VisitTemplateStr(TemplateStr node) => DefaultVisit(node);

    public virtual void VisitAttribute(Attribute node) => DefaultVisit(node);

    public virtual void VisitSubscript(Subscript node) => DefaultVisit(node);

    public virtual void VisitStarred(Starred node) => DefaultVisit(node);

    public virtual void VisitConstant(Constant node) => DefaultVisit(node);

    public virtual void VisitName(Name node) => DefaultVisit(node);

    public virtual void VisitList(List node) => DefaultVisit(node);

    public virtual void VisitTuple(Tuple node) => DefaultVisit(node);

    public virtual void VisitSlice(Slice node) => DefaultVisit(node);

    public virtual void VisitInvalidExpression(InvalidExpression node) => DefaultVisit(node);

    public virtual void VisitComprehension(Comprehension node) => DefaultVisit(node);

    public virtual void VisitExceptHandler(ExceptHandler node) => DefaultVisit(node);

    public virtual void VisitArguments(Arguments node) => DefaultVisit(node);

    public virtual void VisitParameter(Parameter node) => DefaultVisit(node);

    public virtual void VisitKeyword(Keyword node) => DefaultVisit(node);

    public virtual void VisitAlias(Alias node) => DefaultVisit(node);

    public virtual void VisitWithItem(WithItem node) => DefaultVisit(node);

    public virtual void VisitMatchCase(MatchCase node) => DefaultVisit(node);

    public virtual void VisitMatchValue(MatchValue node) => DefaultVisit(node);

    public virtual void VisitMatchSingleton(MatchSingleton node) => DefaultVisit(node);

    public virtual void VisitMatchSequence(MatchSequence node) => DefaultVisit(node);

    public virtual void VisitMatchMapping(MatchMapping node) => DefaultVisit(node);

    public virtual void VisitMatchClass(MatchClass node) => DefaultVisit(node);

    public virtual void VisitMatchStar(MatchStar node) => DefaultVisit(node);

    public virtual void VisitMatchAs(MatchAs node) => DefaultVisit(node);

    public virtual void VisitMatchOr(MatchOr node) => DefaultVisit(node);

    public virtual void VisitTypeVar(TypeVar node) => DefaultVisit(node);

    public virtual void VisitParamSpec(ParamSpec node) => DefaultVisit(node);

    public virtual void VisitTypeVarTuple(TypeVarTuple node) => DefaultVisit(node);
}
