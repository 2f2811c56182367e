"""Constant folding over the trees of the standard ast module."""
import ast
import operator

OPS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul}


class ConstantFolder(ast.NodeTransformer):
    def __init__(self):
        self.parents = {}
        self.folded = 0

    def run(self, tree):
        parents = self.parents
        for node in ast.walk(tree):
            for child in ast.iter_child_nodes(node):
                if isinstance(child, ast.expr):
                    parents[child] = node
        result = self.visit(tree)
        self.folded += isinstance(result, ast.Module)
        parents.clear()
        return result

    def visit_BinOp(self, node):
        self.generic_visit(node)
        left, right = node.left, node.right
        if isinstance(left, ast.Constant) and isinstance(right, ast.Constant):
            value = OPS[type(node.op)](left.value, right.value)
            self.folded += 1
            return ast.copy_location(ast.Constant(value), node)
        return node


FOLDER = ConstantFolder()


def source(n):
    return "\n".join(f"v{i} = {n} + {i} * 3 - x" for i in range(12))


def main():
    total = 0
    for n in range(500):
        tree = FOLDER.run(ast.parse(source(n)))
        total += len(tree.body)
    print(total, FOLDER.folded)


if __name__ == "__main__":
    main()
