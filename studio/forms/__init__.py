"""What people type, parsed and checked: one module a resource."""
