a = f(1, 2.0, "s", b"b", True, None, [x], (x,), {x}, {x: y}, ...)
b = f"{name!r:>{width}} {call(x)}" "tail"
c = (p or Q()).r
d = x if t else y
e = None if t else make()
g = v[1:2][0]
h = v[i, j](k)
i = factory()(1).end
j = -n.value
k = not n
l = m < n.o < p()
o = q.r.s(t(u), *args, **kw)
p = sum(w.x for w in ws)
q = await z
r = 1 + w() * v.u - t
s, t = 1, 2
u = Box[int](3)
v.w += x.y
w += 1
assert a, msg(b)
raise Error(a) from b
print >>out, a
