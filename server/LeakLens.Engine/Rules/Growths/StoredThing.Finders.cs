using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Growths;

/// <content>What is looked for in the code of the growing function.</content>
internal sealed partial class StoredThing
{
    private sealed class LookUpFinder(string text, string holder, string key, SyntaxNode growing, Expression? value) : SyntaxVisitor
    {
        public bool Found { get; private set; }

        public override void VisitCompare(Compare node)
        {
            Found |= node is { Operators: [CompareOperator.In or CompareOperator.NotIn], Comparators: [var looked] } && Is(node.Left, key) && Is(looked, holder);
            base.VisitCompare(node);
        }

        public override void VisitSubscript(Subscript node)
        {
            Found |= node.Context == ExpressionContext.Load && Is(node.Value, holder) && Is(node.Index, key);
            base.VisitSubscript(node);
        }

        public override void VisitCall(Call node)
        {
            Found |= !ReferenceEquals(node, growing) && node is { Function: Attribute { Name: "get" } method, Arguments: [var asked, ..] } && Is(asked, key) && Is(method.Value, holder);
            base.VisitCall(node);
        }

        protected override void DefaultVisit(SyntaxNode node)
        {
            if (!ReferenceEquals(node, value))
            {
                base.DefaultVisit(node);
            }
        }

        private bool Is(Expression expression, string written) => text.AsSpan()[expression.Start..expression.End].SequenceEqual(written);
    }

    private sealed class NamesFinder : SyntaxVisitor
    {
        private readonly List<Name> _names = [];

        public List<Name> Of(Expression expression)
        {
            Visit(expression);
            return _names;
        }

        public override void VisitName(Name node) => _names.Add(node);
    }

    private sealed class DrawFinder(QualifiedNames names) : SyntaxVisitor
    {
        public bool Found { get; private set; }

        public override void VisitCall(Call node)
        {
            Found |= names.Resolve(node.Function)?.Text is { } name && LifetimeData.Instance.Set("newEachTime").Contains(name);
            base.VisitCall(node);
        }
    }

    private sealed class QuestionFinder(string name) : SyntaxVisitor
    {
        public bool Found { get; private set; }

        public override void VisitCall(Call node)
        {
            Found |= node is { Function: Name { Id: "callable" or "issubclass" } or Attribute { Name: "isclass" or "isfunction" or "iscoroutinefunction" }, Arguments: [Name asked, ..] } && string.Equals(asked.Id, name, StringComparison.Ordinal);
            base.VisitCall(node);
        }

        /// <summary>What has a name of its own is a function, a class or a module.</summary>
        public override void VisitAttribute(Attribute node)
        {
            Found |= node is { Name: "__name__" or "__qualname__", Value: Name asked } && string.Equals(asked.Id, name, StringComparison.Ordinal);
            base.VisitAttribute(node);
        }
    }

    private sealed class ReturnFinder(string name) : SyntaxVisitor
    {
        public bool Found { get; private set; }

        public override void VisitReturn(Return node) => Found |= node.Value is Name given && string.Equals(given.Id, name, StringComparison.Ordinal);
    }

    private sealed class RefusalFinder(string text, string holder, string key) : SyntaxVisitor
    {
        public bool Found { get; private set; }

        public override void VisitIf(If node)
        {
            Found |= node is { Test: Compare { Operators: [CompareOperator.In], Comparators: [var looked] } test, Body: [.., Raise] }
                && text.AsSpan()[test.Left.Start..test.Left.End].SequenceEqual(key) && text.AsSpan()[looked.Start..looked.End].SequenceEqual(holder);
            base.VisitIf(node);
        }
    }

    private sealed class DefinitionNameFinder : SyntaxVisitor
    {
        public bool Found { get; private set; }

        public override void VisitAttribute(Attribute node)
        {
            Found |= node.Name is "__name__" or "__qualname__" or "__class__" or "__module__" or "__code__" or "__func__" or "__wrapped__" or "__file__";
            base.VisitAttribute(node);
        }

        public override void VisitCall(Call node)
        {
            Found |= node is { Function: Name { Id: "type" }, Arguments: [_] };
            base.VisitCall(node);
        }
    }

    private sealed class EmptinessFinder(string text, string holder) : SyntaxVisitor
    {
        public bool Found { get; private set; }

        public override void VisitIf(If node)
        {
            Found |= node.Test is UnaryOp { Operator: UnaryOperator.Not, Operand: var asked } ? Is(asked)
                : node.Test is Compare { Left: Call { Function: Name { Id: "len" }, Arguments: [var counted] }, Operators: [CompareOperator.Eq] } ? Is(counted)
                : node is { Body: [.., Return] } && Is(node.Test);
            base.VisitIf(node);
        }

        private bool Is(Expression expression) => text.AsSpan()[expression.Start..expression.End].SequenceEqual(holder);
    }
}
